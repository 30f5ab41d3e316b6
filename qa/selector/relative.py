"""Relative positions as MPNet and T5 bucket them."""

import numpy as np
from numpy.typing import NDArray


def buckets(n_tokens: int, n_buckets: int, *, furthest: int = 128) -> NDArray[np.int32]:
    """Bucket of each pair's distance, shape (tokens, tokens), row reads column: exact for short distances, logarithmic
    up to ``furthest``, half of the buckets for either side (Raffel et al. 2020, section 2.1).
    """
    place = np.arange(n_tokens)
    back = place[:, None] - place[None, :]
    side = n_buckets // 2
    exact = side // 2
    distance = np.abs(back)
    far = np.log(np.maximum(distance, 1).astype(np.float32) / exact) / np.log(furthest / exact) * (side - exact)
    far = np.minimum(exact + far.astype(np.int32), side - 1)
    found = np.where(back < 0, side, 0) + np.where(distance < exact, distance, far)
    return np.asarray(found, np.int32)

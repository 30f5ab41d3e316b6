"""What the processor makes of products in 8 bits."""

from functools import cache

import numpy as np

# Enough of a product to take the kernel that a network's layers take.
_WIDTH = 64


@cache
def multiplies_bytes() -> bool:
    """Whether OpenVINO's products in 8 bits come out right here, by computing the largest there is.

    An x86 processor without VNNI adds two of them in 16 bits, where the sum is cut off at 32,767; there single
    precision is no slower either.
    """
    import openvino
    import openvino.opset13 as op

    top = np.float32(255)
    states = op.parameter([-1, _WIDTH], openvino.Type.f32)
    bytes_of_states = op.fake_quantize(states, np.float32(0), top, np.float32(0), top, 256)
    values = op.constant(np.full((_WIDTH, _WIDTH), 127, np.int8))
    matrix = op.multiply(op.convert(values, "f32"), np.ones((_WIDTH, 1), np.float32))
    model = openvino.Model([op.matmul(bytes_of_states, matrix, False, True)], [states], "product")
    compiled = openvino.Core().compile_model(model, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})
    product = compiled(np.full((1, _WIDTH), top, np.float32))[0]
    return bool(np.allclose(product, _WIDTH * 127 * top, rtol=0.01))

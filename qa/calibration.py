"""Evidence becomes one calibrated probability, and one threshold decides between answer and refusal."""

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from qa.errors import CalibrationError
from qa.features import FEATURES
from qa.ranking import Priors
from qa.rules.picking import PickingLimits
from qa.statistics import Bin

FILE_NAME = "calibration.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Expected:
    """A share and its 95 % interval (Wilson 1927, doi:10.1080/01621459.1927.10502953)."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Tuning:
    """What answering needs in the units of the selector's logits: weights of signals and the picking limits."""

    priors: Priors = field(default_factory=Priors)
    picking: PickingLimits = field(default_factory=PickingLimits)


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression over :data:`qa.features.FEATURES`, fitted for one selector.

    ``means`` and ``scales`` standardise the features; the lists have the order of ``features``. ``expected`` holds
    cross-validated values by name (``answered_precision``, ``answered_recall``, ``refusal_precision``,
    ``refusal_recall``). Raises :class:`CalibrationError` if the lists don't fit together.
    """

    selector: str
    threshold: float
    features: tuple[str, ...]
    means: tuple[float, ...]
    scales: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    tuning: Tuning = field(default_factory=Tuning)
    n_questions: int = 0
    reliability: tuple[Bin, ...] = ()
    expected: Mapping[str, Expected] | None = None

    def __post_init__(self) -> None:
        lengths = {len(self.features), len(self.means), len(self.scales), len(self.weights)}
        if len(lengths) != 1:
            raise CalibrationError(
                f"the calibration of {self.selector} has lists of different lengths: {sorted(lengths)}"
            )
        unknown = set(self.features) - set(FEATURES)
        if unknown:
            raise CalibrationError(f"the calibration of {self.selector} weighs unknown features {sorted(unknown)}")
        if not 0 < self.threshold < 1 or min(self.scales, default=1.0) <= 0:
            raise CalibrationError(f"the calibration of {self.selector} has a threshold or a scale out of range")

    def probability(self, values: Mapping[str, float]) -> float:
        """Probability that the answer is supported, in (0, 1)."""
        logit = self.bias + sum(
            weight * (values[name] - mean) / scale
            for name, mean, scale, weight in zip(self.features, self.means, self.scales, self.weights, strict=True)
        )
        return 1.0 / (1.0 + math.exp(-max(min(logit, 30.0), -30.0)))

    def save(self, path: Path) -> None:
        """Write atomically: a reader sees the old file or the new one."""
        partial = path.with_suffix(".partial")
        partial.write_text(json.dumps({"version": _VERSION, **asdict(self)}, indent=1) + "\n", encoding="utf-8")
        partial.replace(path)

    @classmethod
    def load(cls, path: Traversable) -> "Calibration":
        """Raises :class:`CalibrationError`, naming the file and the remedy, if it can't be read or is damaged."""
        try:
            return cls._parsed(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, TypeError, KeyError, CalibrationError) as error:
            raise CalibrationError(
                f"{path} holds no calibration ({error}); run `footnote calibrate` to write it anew"
            ) from error

    @classmethod
    def _parsed(cls, text: str) -> "Calibration":
        values = _object("the file", json.loads(text))
        version = values.pop("version")
        if version != _VERSION:
            raise ValueError(f"version {version}, this program reads {_VERSION}")
        values["features"] = tuple(values["features"])
        for name in ("means", "scales", "weights"):
            values[name] = tuple(_number(name, value) for value in values[name])
        for name in ("threshold", "bias", "n_questions"):
            _number(name, values[name])
        tuning = _object("tuning", values["tuning"])
        values["tuning"] = Tuning(
            Priors(**_numbers("priors", tuning["priors"])), PickingLimits(**_numbers("picking", tuning["picking"]))
        )
        values["reliability"] = tuple(Bin(**_numbers("reliability", item)) for item in values["reliability"])
        if values["expected"] is not None:
            expected = _object("expected", values["expected"])
            values["expected"] = {name: Expected(**_numbers(name, item)) for name, item in expected.items()}
        return cls(**values)

    @classmethod
    def packaged(cls, selector: str) -> "Calibration":
        """The calibration shipped for ``selector``; raises :class:`CalibrationError` if there is none."""
        resource = files("qa").joinpath("calibrations", f"{selector}.json")
        if not resource.is_file():
            raise CalibrationError(
                f"no calibration is shipped for the selector {selector}; run `footnote calibrate` to fit one"
            )
        return cls.load(resource)

    @classmethod
    def find(cls, selector: str, data_dir: Path | None = None) -> "Calibration":
        """``calibration.json`` of ``data_dir`` if it was fitted for ``selector``, else the packaged one."""
        path = data_dir / FILE_NAME if data_dir else None
        if path is not None and path.is_file():
            own = cls.load(path)
            if own.selector == selector:
                return own
        return cls.packaged(selector)


def _object(place: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError(f"{place} holds {value!r}, no object")
    return value


def _numbers(place: str, value: Any) -> dict[str, Any]:
    return {name: _number(f"{place}.{name}", number) for name, number in _object(place, value).items()}


def _number(place: str, value: Any) -> Any:
    if not isinstance(value, int | float):
        raise TypeError(f"{place} holds {value!r}, no number")
    return value

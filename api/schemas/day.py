"""Days in addresses."""

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _written_out(value: object) -> object:
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError("a day is written as in 2025-10-18")
    return value


Day = Annotated[date, BeforeValidator(_written_out)]
"""A day as described to clients: not a number of seconds or days, which would be taken for one as well."""

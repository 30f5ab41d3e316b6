"""Personal details leave a text before it is stored."""

import re

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
# Nine digits or more, as phone and card numbers are written; years, amounts and vote counts stay.
_LONG_NUMBER = re.compile(r"(?<![\w$€£])\+?\(?\d(?:[\s().-]{0,2}\d){8,18}(?!\w)")
_HANDLE = re.compile(r"(?<!\w)@\w{3,30}")


def mask(text: str) -> str:
    """``text`` with e-mail addresses, phone-like numbers and account names replaced."""
    return _HANDLE.sub("[account]", _LONG_NUMBER.sub("[number]", _EMAIL.sub("[e-mail]", text)))

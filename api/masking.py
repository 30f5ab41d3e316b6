"""Personal details leave a text before it is stored."""

import re

_EMAIL = re.compile(r"[\w.+'-]{1,64}\s?[@＠]\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_SPELT_EMAIL = re.compile(
    r"[\w.+-]{1,64}\s?[(\[{]\s?at\s?[)\]}]\s?[\w-]{1,63}(?:\s?(?:\.|[(\[{]\s?dot\s?[)\]}])\s?[\w-]{1,63}){1,4}", re.I
)
# A user's part of an address, or a key in its query, can name a person.
_SECRET_IN_ADDRESS = re.compile(
    r"(?<=//)[^\s/@]{1,100}@|(?<=[?&])(?:token|key|password|session|sig)=[^\s&#]{1,500}", re.I
)
_IP = re.compile(
    r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]*\w)|(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f:]{1,14}", re.I
)
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?(?!\w)")
# Nine digits or more, as phone, card and insurance numbers are written; years, amounts and vote counts stay.
_LONG_NUMBER = re.compile(r"(?<![\w$€£])\+?\(?\d(?:[\s().\-‐-―/]{0,2}\d){8,18}(?!\w)")
# Local phone numbers, as in 555-0123.
_SHORT_NUMBER = re.compile(r"(?<![\w$€£.,-])\d{3}[-.]\d{4}(?![\w-])")
_HANDLE = re.compile(r"(?<!\w)@\w{3,30}")

_STEPS = (
    (_SECRET_IN_ADDRESS, "[secret]"),
    (_EMAIL, "[e-mail]"),
    (_SPELT_EMAIL, "[e-mail]"),
    (_IBAN, "[number]"),
    (_IP, "[address]"),
    (_LONG_NUMBER, "[number]"),
    (_SHORT_NUMBER, "[number]"),
    (_HANDLE, "[account]"),
)


def mask(text: str) -> str:
    """``text`` with e-mail and network addresses, phone and account numbers, and account names replaced.

    NUL, which PostgreSQL can't store, and lone surrogates become "�".
    """
    text = text.replace("\x00", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace").decode("utf-8")
    for pattern, replacement in _STEPS:
        text = pattern.sub(replacement, text)
    return text

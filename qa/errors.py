"""Everything that can go wrong while answering or evaluating.

AnsweringError
├── InvalidAnswer      an answer that would break a rule can't be constructed
├── SelectorError      the selector's weights can't be loaded
├── CalibrationError   the confidence can't be fitted or its file is damaged
└── GoldError          a gold file is malformed: which line, what to do
"""


class AnsweringError(Exception):
    """Base of this package's errors; its text is fit to be shown to the user."""


class InvalidAnswer(AnsweringError):
    """An answer that would break a rule can't be constructed."""


class SelectorError(AnsweringError):
    """The selector's weights can't be loaded."""


class CalibrationError(AnsweringError):
    """The confidence can't be fitted or its file is damaged."""


class GoldError(AnsweringError):
    """A gold file is malformed: which line, what to do."""

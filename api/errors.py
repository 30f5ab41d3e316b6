"""Everything that can go wrong at the doors.

DoorError
├── SettingsError    a setting has a value that can't be used
└── UsageError       the command line was called in a way that can't work
"""


class DoorError(Exception):
    """Base of this package's errors; its text is fit to be shown to the user."""


class SettingsError(DoorError):
    """A setting has a value that can't be used."""


class UsageError(DoorError):
    """The command line was called in a way that can't work."""

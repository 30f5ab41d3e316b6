"""What a newsroom was told, and what readers may be shown because of it."""

import re
import threading
import time
from collections import Counter
from dataclasses import dataclass, field

NAMES = ("Elm Falls", "Oak Hollow", "Birch Ferry", "Cedar Point", "Maple Ridge")
# How long a service may not know of a withdrawal if the database dies right after it.
_UNKNOWN_S = 5.0
_VERSION = re.compile(r"\bv(\d+)\b")


def id_of(name: str) -> str:
    return name.lower().replace(" ", "-")


def article(name: str, version: int) -> dict[str, object]:
    """An article in which every sentence says which version it is of."""
    sentences = (
        f"The {name} bridge is open as of v{version} [1].",
        f"Its keeper counted the cars of v{version} again [2].",
        f"The town council of {name} confirmed v{version} in writing [1].",
    )
    sources = [{"number": n, "title": f"Notice {n} of v{version}"} for n in (1, 2)]
    return {"title": f"Is the {name} bridge open?", "body": "\n\n".join(sentences), "sources": sources}


def versions_in(text: str) -> set[int]:
    return {int(found) for found in _VERSION.findall(text)}


@dataclass(slots=True)
class State:
    """An article as the newsroom knows it. ``version`` was acknowledged last; ``tried`` may have been stored."""

    version: int = 0
    tried: int = 0
    withdrawn_at: float | None = None
    may_be_unknown: bool = False


@dataclass(slots=True)
class Ledger:
    """Thread-safe. ``violations`` are broken promises, each a sentence."""

    states: dict[str, State] = field(default_factory=lambda: {name: State() for name in NAMES})
    statuses: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)
    answer_ids: dict[str, str] = field(default_factory=dict)
    _shown: Counter[tuple[str, str]] = field(default_factory=Counter)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def trying(self, name: str) -> int:
        """The newsroom sends the next version."""
        with self._lock:
            state = self.states[name]
            state.tried += 1
            state.withdrawn_at = None
            return state.tried

    def acknowledged(self, name: str, version: int) -> None:
        with self._lock:
            self.states[name].version = version

    def withdrawn(self, name: str) -> None:
        with self._lock:
            self.states[name].withdrawn_at = time.monotonic()
            self.states[name].may_be_unknown = False

    def database_died(self) -> None:
        with self._lock:
            for state in self.states.values():
                if state.withdrawn_at is not None:
                    state.may_be_unknown = time.monotonic() - state.withdrawn_at < _UNKNOWN_S

    def database_is_back(self) -> None:
        with self._lock:
            for state in self.states.values():
                state.may_be_unknown = False

    def count(self, what: str) -> None:
        with self._lock:
            self.statuses[what] += 1

    def broken(self, promise: str) -> None:
        with self._lock:
            self.violations.append(promise)

    def shown(self, replica: str, name: str, text: str, asked_at: float) -> None:
        """``replica`` showed ``text`` of an article to somebody who asked at ``asked_at``."""
        found = versions_in(text)
        with self._lock:
            state = self.states[name]
            if len(found) > 1:
                self.broken(f"{replica} showed {name} half replaced: versions {sorted(found)}")
            if state.withdrawn_at is not None and state.withdrawn_at < asked_at and not state.may_be_unknown:
                late_s = asked_at - state.withdrawn_at
                self.broken(f"{replica} showed {name} {late_s:.2f} s after its withdrawal was acknowledged")
            newest = max(found, default=0)
            if newest < self._shown[replica, name]:
                self.broken(f"{replica} showed version {newest} of {name} after {self._shown[replica, name]}")
            self._shown[replica, name] = max(newest, self._shown[replica, name])

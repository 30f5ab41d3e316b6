"""Requests a minute and client."""

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable

_WINDOW_S = 60.0
# Clients remembered; the one not seen for longest is forgotten first.
_MAX_CLIENTS = 50_000


class RateLimiter:
    """A token bucket a client: ``per_minute`` at once, refilled evenly. For one event loop."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait_s(self, client: str) -> float:
        """Take one request of ``client``'s; 0 if it may go on, else the seconds until it may."""
        now = self._clock()
        tokens, seen = self._buckets.pop(client, (float(self._per_minute), now))
        tokens = min(float(self._per_minute), tokens + (now - seen) * self._per_minute / _WINDOW_S)
        allowed = tokens >= 1
        self._buckets[client] = (tokens - 1 if allowed else tokens, now)
        if len(self._buckets) > _MAX_CLIENTS:
            self._buckets.popitem(last=False)
        return 0.0 if allowed else (1 - tokens) * _WINDOW_S / self._per_minute


def client_key(address: str) -> str:
    """What counts as one client: an IPv4 address, or the /64 network that a household or host has of IPv6."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address or "unknown"
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is not None:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)

"""Which network addresses may be asked: public ones, unless the options allow all."""

import ipaddress
import socket
from collections.abc import Iterable

import httpcore

from corpus.web.errors import RefusedAddress


class GuardedBackend(httpcore.SyncBackend):
    """Connects to the address that was checked, so that a name can't change its meaning between check and use."""

    def __init__(self, allow_private: bool) -> None:
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        address = host if self._allow_private else public_address(host, port)
        return super().connect_tcp(address, port, timeout, local_address, socket_options)


def public_address(host: str, port: int) -> str:
    """An address of ``host``. Raises :class:`RefusedAddress` if any of its addresses isn't public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(f"{host} has no address ({error})") from error
    addresses = [str(info[4][0]).split("%")[0] for info in found]
    for address in addresses:
        if not is_public(address):
            raise RefusedAddress(host, address)
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether ``address`` is one that anybody on the internet reaches; an IPv4 address inside IPv6 counts as itself."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        ip = ip.ipv4_mapped or ip.sixtofour or ip
    return ip.is_global and not ip.is_multicast

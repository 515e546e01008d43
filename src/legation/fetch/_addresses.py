"""Which network addresses a page may be fetched from: public ones, unless private ones are asked for."""

from __future__ import annotations

import ipaddress
import socket

from legation.errors import SourceError

_SHARED = ipaddress.ip_network("100.64.0.0/10")
_TRANSLATED = (
    ipaddress.ip_network("64:ff9b::/96"),
    ipaddress.ip_network("2002::/16"),
    ipaddress.ip_network("2001::/32"),
)


def is_public(address: str) -> bool:
    """True for an address of the open internet; every private, local, reserved or translated range is none."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_public(str(ip.ipv4_mapped))
        if any(ip in network for network in _TRANSLATED):
            return False
    elif ip in _SHARED:
        return False
    return ip.is_global and not ip.is_multicast


def resolve(host: str, port: int, *, source: str, allows_private: bool) -> tuple[str, ...]:
    """The addresses of ``host``; SourceError where it has none, or where one of them is not public.

    The caller connects to these very addresses: a name that resolves anew, to another address, gains nothing.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SourceError(source, f"unreachable: {host} cannot be resolved") from error
    addresses = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not allows_private:
        for address in addresses:
            if not is_public(address):
                where = f"{host} is at {address}, which" if address != host else host
                raise SourceError(source, f"refused: {where} is not a public address")
    return addresses

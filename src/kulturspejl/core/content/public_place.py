"""Whether an IP address is one of the open internet: judged before anything is sent there."""

import ipaddress

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_ONLY = ipaddress.IPv6Network("2000::/3")
_WITHIN = tuple(
    map(
        ipaddress.IPv6Network,
        ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"),
    )
)
"""Of `_ONLY`: protocols of their own (Teredo among them), examples, 6to4, which carries an IPv4 address."""
_NOT_OPEN = tuple(
    map(
        ipaddress.IPv4Network,
        (
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        ),
    )
)  # fmt: skip


def is_public(place: str) -> bool:
    """Whether `place` (an IP address as a resolver says it) is reached over the open internet by everybody alike.

    IANA's registries of special addresses (RFC 6890) written out, since Python's own list changes with its version.
    IPv6 is open in 2000::/3 alone, and not where it carries an IPv4 address; the one way through which a network
    without IPv4 reaches it (NAT64, RFC 6052) is judged by the address within. No address at all is not public.
    """
    try:
        found = ipaddress.ip_address(place)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found.scope_id is not None:
            return False
        if found in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(found) & 0xFFFF_FFFF)))
        return found in _ONLY and not any(found in one for one in _WITHIN)
    return not any(found in one for one in _NOT_OPEN)

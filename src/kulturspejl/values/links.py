"""Addresses that leave the instance: on letters, on cards and in QR codes."""

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

DEFAULT = "http://localhost:8000"
PASS = "k"
"""Under which name an address carries a room's pass."""


def base_url() -> str:
    """The instance's own address, without a slash at the end."""
    return settings.KULTURSPEJL_BASE_URL or DEFAULT


def answer_url(code: str) -> str:
    """The link of a code."""
    return f"{base_url()}/r/{code}"


def room_url(code: str) -> str:
    """The link into a room, for a code to scan: it carries a pass, so wrong guesses elsewhere do not slow it."""
    return f"{room_address(code)}?{PASS}={pass_of(code)}"


def room_address(code: str) -> str:
    """The same to read and to type."""
    return f"{base_url()}/room/{code}"


def take_over_url(code: str) -> str:
    """Where whoever represents a unit takes over what the team's room hands over; they log in there."""
    return f"{base_url()}/take-over/{code}"


def pass_of(code: str) -> str:
    """What only this instance can write beside a code (60 bits): whoever has it was shown the code."""
    return salted_hmac("kulturspejl.values.links", code, algorithm="sha256").hexdigest()[:15]


def is_pass(given: str, code: str) -> bool:
    """Whether it belongs to this code."""
    return constant_time_compare(given, pass_of(code))


def feed_url(secret: str) -> str:
    """The secret address under which a calendar reads a unit's days."""
    return f"{base_url()}/calendar/{secret}.ics"


def short_address() -> str:
    """What to type where the code is typed: the address without https://."""
    parts = urlsplit(base_url())
    return parts.netloc + parts.path


def in_fours(short_code: str) -> str:
    """K7TM-4WQX."""
    return f"{short_code[:4]}-{short_code[4:]}"

"""Addresses that leave the instance: on letters, on cards and in QR codes."""

from urllib.parse import urlsplit

from django.conf import settings

DEFAULT = "http://localhost:8000"


def base_url() -> str:
    """The instance's own address, without a slash at the end."""
    return settings.KULTURSPEJL_BASE_URL or DEFAULT


def answer_url(code: str) -> str:
    """The link of a code."""
    return f"{base_url()}/r/{code}"


def room_url(code: str) -> str:
    """The link into a room."""
    return f"{base_url()}/room/{code}"


def short_address() -> str:
    """What to type where the code is typed: the address without https://."""
    parts = urlsplit(base_url())
    return parts.netloc + parts.path


def in_fours(short_code: str) -> str:
    """K7TM-4WQX."""
    return f"{short_code[:4]}-{short_code[4:]}"

"""What is said beside words that no page of Django's is behind: bells, and refusals before a page is asked."""

from django.conf import settings

Headers = list[tuple[bytes, bytes]]
ALWAYS: Headers = [
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"referrer-policy", b"strict-origin"),
]


def said() -> Headers:
    """The same as every page says, as far as it means something here."""
    if not settings.SECURE_HSTS_SECONDS:
        return ALWAYS
    below = "; includeSubDomains" if settings.SECURE_HSTS_INCLUDE_SUBDOMAINS else ""
    words = f"max-age={settings.SECURE_HSTS_SECONDS}{below}"
    return [*ALWAYS, (b"strict-transport-security", words.encode())]

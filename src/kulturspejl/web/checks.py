"""What is wrong with this instance's settings, said as system checks with hints."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from kulturspejl import library


@register()
def base_url(**_kwargs: Any) -> list[CheckMessage]:
    """Links in mails and on cards need an address that phones can reach."""
    url = settings.KULTURSPEJL_BASE_URL
    if not url:
        return []
    if url.startswith(("http://", "https://")):
        return []
    return [
        Error(
            f"KULTURSPEJL_BASE_URL={url!r} is not an address.",
            hint="Write the whole address, e.g. https://kultur.example.dk",
            id="kulturspejl.E001",
        )
    ]


@register()
def content(**_kwargs: Any) -> list[CheckMessage]:
    """Every content folder is whole."""
    try:
        library.load(settings.KULTURSPEJL_CONTENT)
    except library.ContentError as error:
        return [Error(str(error), hint="Run kulturspejl check-content on the folder.", id="kulturspejl.E002")]
    return []


@register(deploy=True)
def mail(**_kwargs: Any) -> list[CheckMessage]:
    """Invitations need a mail server."""
    if settings.KULTURSPEJL_DEMO or settings.EMAIL_HOST != "localhost":
        return []
    return [
        Warning(
            "No mail server is named, so mail goes to localhost.",
            hint="Set KULTURSPEJL_SMTP_HOST, or use printed cards only.",
            id="kulturspejl.W001",
        )
    ]

"""What the demo's pages show. The mails hold codes, so outside a demo there are none."""

from dataclasses import dataclass

from django.conf import settings

from kulturspejl.records.models import DemoMail, User

MOST_MAILS = 200


@dataclass(frozen=True)
class Mail:
    """A mail that was not sent."""

    to: str
    subject: str
    body: str


def mails() -> list[Mail]:
    """The newest first."""
    if not settings.KULTURSPEJL_DEMO:
        return []
    return [Mail(row.to, row.subject, row.body) for row in DemoMail.objects.order_by("-id")[:MOST_MAILS]]


def account(email: str) -> User | None:
    """The account behind an address of the demo's list; None outside a demo."""
    return User.objects.filter(email=email).first() if settings.KULTURSPEJL_DEMO else None

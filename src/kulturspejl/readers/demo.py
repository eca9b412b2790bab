"""What the demo's pages show. The mails hold codes, so outside a demo there are none."""

from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

import kulturspejl
from kulturspejl.records.models import DemoMail, Organisation, User
from kulturspejl.values import links
from kulturspejl.vault import codes

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


def language() -> str:
    """The language of the demo's organisation."""
    return Organisation.objects.values_list("language", flat=True).first() or "da"


def tables() -> str:
    """Of which version the program is, which tables the store has, under which SECRET_KEY its codes are kept, and the
    address that its letters name: a store of others cannot take its place."""
    applied = sorted("/".join(name) for name in MigrationRecorder(connection).applied_migrations())
    own = codes.fingerprint("the half-year")
    return f"{kulturspejl.__version__} {sha256(' '.join([own, links.base_url(), *applied]).encode()).hexdigest()[:16]}"

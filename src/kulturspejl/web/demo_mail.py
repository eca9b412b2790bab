"""The demo sends no mail: it keeps it where a page shows it."""

from collections.abc import Sequence

from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage

from kulturspejl.core.text import Text
from kulturspejl.records.models import DemoMail

STOP = Text(da="Mailprogrammets egen knap til at afmelde:", en="The mail program’s own button to unsubscribe:")


def _with_what_came_along(message: EmailMessage) -> str:
    """The words, the names of files that came with them, and what a mail program has a button of its own for."""
    parts = [str(message.body)]
    files = [str(one[0]) for one in message.attachments if isinstance(one, tuple)]
    if files:
        parts.append(f"[{', '.join(files)}]\n")
    stop = str(message.extra_headers.get("List-Unsubscribe", "")).strip("<>")
    if stop:
        language = str(message.extra_headers.get("Content-Language", "da"))
        parts.append(f"{STOP.into(language)} {stop}\n")
    return "\n".join(parts)


class DemoMailBackend(BaseEmailBackend):
    """A mail backend that stores messages for the demo's page of mails."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Keep each message once for each receiver."""
        mails = [
            DemoMail(
                about=getattr(message, "about", None),
                to=to,
                subject=str(message.subject),
                body=_with_what_came_along(message),
            )
            for message in email_messages
            for to in message.to
        ]
        DemoMail.objects.bulk_create(mails)
        return len(mails)

"""The demo sends no mail: it keeps it where a page shows it."""

from collections.abc import Sequence

from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage

from kulturspejl.records.models import DemoMail


def _with_what_came_along(message: EmailMessage) -> str:
    """The words, and the names of files that came with them."""
    files = [str(one[0]) for one in message.attachments if isinstance(one, tuple)]
    return f"{message.body}\n[{', '.join(files)}]\n" if files else str(message.body)


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

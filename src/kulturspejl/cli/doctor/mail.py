"""The mail server: is it there, does it take us, and what waits?"""

import os
import smtplib
import ssl
from collections.abc import Iterator

from django.conf import settings
from django.core.mail import get_connection
from django.utils import timezone

from kulturspejl.cli.doctor.finding import Finding, fault, ok, warning
from kulturspejl.readers.mail_state import mail_state
from kulturspejl.web.mail_settings import is_this_machine

PATIENCE = 8


def server() -> Iterator[Finding]:
    """Greeted, and signed in to; no letter is sent."""
    where = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    if settings.KULTURSPEJL_DEMO:
        yield ok("mail", "a demo shows its mails on a page.")
        return
    connection = get_connection(timeout=PATIENCE)
    try:
        connection.open()
        connection.close()
    except (OSError, smtplib.SMTPException) as error:
        yield _cannot(where, error)
        return
    encrypted = settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL
    if encrypted or is_this_machine(settings.EMAIL_HOST):
        yield ok("mail", f"{where} takes letters from us{', encrypted' if encrypted else ''}.")
    else:
        yield warning(
            "mail", f"{where} gets sign-in codes in clear: KULTURSPEJL_SMTP_STARTTLS=0.",
            "Set it to 1, or KULTURSPEJL_SMTP_TLS=1 for port 465.",
        )  # fmt: skip


def _cannot(where: str, error: Exception) -> Finding:
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return fault("mail", f"{where} does not know name and password.", "See KULTURSPEJL_SMTP_USER and …_PASSWORD.")
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return fault(
            "mail", f"{where} offers no STARTTLS.",
            "Set KULTURSPEJL_SMTP_TLS=1 for port 465, or KULTURSPEJL_SMTP_STARTTLS=0 to send codes in clear.",
        )  # fmt: skip
    if isinstance(error, ssl.SSLError):
        why = getattr(error, "verify_message", "") or error.reason
        return fault(
            "mail", f"the certificate of {where} is not believed ({why}).",
            "Write the name that stands in it in KULTURSPEJL_SMTP_HOST, and see that the machine knows who signed it.",
        )  # fmt: skip
    is_meant = bool(os.environ.get("KULTURSPEJL_SMTP_HOST"))
    said = f"{where} does not answer ({type(error).__name__})." if is_meant else "no mail server is named."
    return (fault if is_meant else warning)(
        "mail", f"{said} Letters wait, and nobody gets a sign-in code.",
        "Name yours in KULTURSPEJL_SMTP_HOST and …_PORT, or use cards and passkeys alone.",
    )  # fmt: skip


def letters() -> Iterator[Finding]:
    """What has not gone out, and what never will."""
    found = mail_state()
    if found.since is not None:
        yield fault(
            "letters", f"{found.waiting} wait since {timezone.localtime(found.since):%Y-%m-%d %H:%M}: {found.trouble}.",
            "They go by themselves once it does. See the line about mail.",
        )  # fmt: skip
    elif found.refused:
        yield warning(
            "letters", f"{found.refused} were refused for good; {found.waiting} wait.",
            "The pages of their rounds say which addresses to mend.",
        )  # fmt: skip
    else:
        yield ok("letters", f"{found.waiting} wait to be sent.")

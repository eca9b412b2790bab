"""A letter to try the mail server with: sent at once, and what is wrong said in a sentence that says what to mend."""

import uuid
from smtplib import SMTPAuthenticationError, SMTPException, SMTPRecipientsRefused, SMTPSenderRefused
from socket import gaierror
from ssl import SSLError

from django.conf import settings
from django.core.mail import get_connection

from kulturspejl.actions.letters.message import build
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled
from kulturspejl.values import links

SUBJECT = Text(da="Et prøvebrev fra Kulturspejl", en="A letter to try Kulturspejl’s mail")
BODY = Text(
    da="Breve fra Kulturspejl kommer frem til denne adresse.\n\nDet blev sendt fra {link}. Du skal ikke gøre noget.\n",
    en="Letters from Kulturspejl reach this address.\n\nIt was sent from {link}. There is nothing to do.\n",
)


def send(to: str, *, language: str) -> Text | None:
    """Send it now; None when the mail server has taken it, else what is wrong and what to do about it."""
    body = BODY.into(language).format(link=links.base_url())
    try:
        message = build(
            to=to, subject=SUBJECT.into(language), body=body, mark=f"trial {uuid.uuid4()}", language=language
        )
        get_connection().send_messages([message])
    except (OSError, ValueError) as fault:
        return _said(fault)
    return None


def _said(fault: Exception) -> Text:
    server = f"{settings.EMAIL_HOST or '(KULTURSPEJL_SMTP_HOST)'}:{settings.EMAIL_PORT}"
    for kind, text in FAULTS:
        if isinstance(fault, kind):
            return filled(text, server=server)
    return filled(NOT_REACHED, server=server, kind=type(fault).__name__)


NOT_REACHED = Text(
    da="Mailserveren {server} kan ikke nås ({kind}). Passer KULTURSPEJL_SMTP_HOST og KULTURSPEJL_SMTP_PORT, og "
    "kører den?",
    en="The mail server {server} cannot be reached ({kind}). Are KULTURSPEJL_SMTP_HOST and "
    "KULTURSPEJL_SMTP_PORT right, and is it running?",
)
FAULTS: tuple[tuple[type[Exception], Text], ...] = (
    (
        SMTPAuthenticationError,
        Text(
            da="Mailserveren {server} tager ikke imod bruger og adgangskode. Se på KULTURSPEJL_SMTP_USER og "
            "KULTURSPEJL_SMTP_PASSWORD.",
            en="The mail server {server} does not take user and password. Look at KULTURSPEJL_SMTP_USER and "
            "KULTURSPEJL_SMTP_PASSWORD.",
        ),
    ),
    (
        SMTPRecipientsRefused,
        Text(
            da="Mailserveren {server} sender ikke til den adresse. Er den stavet rigtigt, og må denne maskine sende "
            "til den?",
            en="The mail server {server} does not send to that address. Is it spelt right, and may this machine send "
            "to it?",
        ),
    ),
    (
        SMTPSenderRefused,
        Text(
            da="Mailserveren {server} vil ikke have afsenderen. Se på KULTURSPEJL_MAIL_FROM.",
            en="The mail server {server} does not take the sender. Look at KULTURSPEJL_MAIL_FROM.",
        ),
    ),
    (
        SMTPException,
        Text(
            da="Mailserveren {server} svarer, men tager ikke brevet. Vil den have TLS (KULTURSPEJL_SMTP_STARTTLS) "
            "eller en bruger?",
            en="The mail server {server} answers, but does not take the letter. Does it want TLS "
            "(KULTURSPEJL_SMTP_STARTTLS) or a user?",
        ),
    ),
    (
        SSLError,
        Text(
            da="Mailserverens ({server}) certifikat kan ikke bruges. Passer navnet i KULTURSPEJL_SMTP_HOST til det?",
            en="The certificate of the mail server ({server}) cannot be used. Does the name in KULTURSPEJL_SMTP_HOST "
            "match it?",
        ),
    ),
    (
        gaierror,
        Text(
            da="Ingen kender mailserveren {server}. Er KULTURSPEJL_SMTP_HOST stavet rigtigt?",
            en="Nobody knows the mail server {server}. Is KULTURSPEJL_SMTP_HOST spelt right?",
        ),
    ),
)

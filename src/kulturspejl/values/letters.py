"""The letter that asks: the same words for AMR and TR to approve, for the mail and for the paper."""

from dataclasses import dataclass
from email.utils import parseaddr

from django.conf import settings
from django.utils import timezone

from kulturspejl.core.content.any_instrument import any_from_json
from kulturspejl.core.content.letters import LetterFacts, ResultFacts, write, write_result
from kulturspejl.core.text import Text
from kulturspejl.core.writing.dates import moment
from kulturspejl.core.writing.sentence import filled
from kulturspejl.records.models import Round, RoundUnit
from kulturspejl.values import links
from kulturspejl.values.the_library import the_library

QUESTIONS = Text(da="Spørgsmål? Skriv til {contact}.", en="Questions? Write to {contact}.")


@dataclass(frozen=True)
class Letter:
    """A mail: subject and plain text."""

    subject: str
    body: str


def letter_for(
    found: Round, unit: RoundUnit, *, language: str, long_code: str, short_code: str, is_reminder: bool, contact: str
) -> Letter:
    """The letter to one person, or with made-up codes to whoever approves it; `contact` is whom it names to ask."""
    asked = any_from_json(found.content)
    facts = LetterFacts(
        unit=unit.name,
        asked_by=str(found.requested_by) if found.requested_by else "",
        invited=unit.invited.get("E", 0),
        why=found.why,
        minimum=found.minimum,
        about=asked.about.into(language),
        questions=asked.questions_text(found.points, found.preferred).into(language),
        minutes=asked.minutes_text(found.points, found.preferred).into(language),
        closes=when(found, language),
        link=links.answer_url(long_code),
        short_address=links.short_address(),
        code=links.in_fours(short_code),
        organisation=found.organisation.name,
        contact=contact,
    )
    subject, body = write(
        the_library().letters["invitation"], facts, language=language, is_reminder=is_reminder
    )
    return Letter(subject=subject, body=body)


@dataclass(frozen=True)
class Somebody:
    """A name and an address, as a letter says them."""

    name: str
    address: str

    def __str__(self) -> str:
        return f"{self.name}, {self.address}" if self.name and self.name != self.address else self.address


def result_letter(found: Round, unit: RoundUnit, *, language: str, contact: str) -> Letter:
    """The letter about the opened result of one unit: the same to everybody there."""
    facts = ResultFacts(
        unit=unit.name, organisation=found.organisation.name, minimum=found.minimum,
        short_address=links.short_address(), contact=_contact(contact, language),
    )  # fmt: skip
    subject, body = write_result(the_library().letters["result_open"], facts, language=language)
    return Letter(subject=subject, body=body)


def replies_go_to() -> str:
    """Where an answer to a letter goes, and what a mail server sends back."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def _contact(contact: str, language: str) -> str:
    return filled(QUESTIONS, contact=contact).into(language) if contact else ""


def when(found: Round, language: str) -> str:
    """The closing day and hour, as one writes it: 14. december 2026 kl. 23.59."""
    return moment(timezone.localtime(found.closes_at), language)

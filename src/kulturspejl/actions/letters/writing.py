"""Writing a kept letter: words from the library, places from what is true now, in the receiver's language."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.core.mail import EmailMessage
from django.utils import timezone

from kulturspejl.access.handed_to import stewards_of, team_of
from kulturspejl.access.letters_off import stop_address
from kulturspejl.access.permission import day_of
from kulturspejl.access.to_ask import still_there
from kulturspejl.actions.letters.message import Attachment, build, message_id
from kulturspejl.actions.letters.permissions import GRANT, ended_of, grants_of, places_of, places_of_ended
from kulturspejl.core.content.any_instrument import any_from_json
from kulturspejl.core.content.calendar_file import day_event
from kulturspejl.core.content.short_letters import PLACES
from kulturspejl.core.text import Text
from kulturspejl.core.workdays import answer_by
from kulturspejl.core.writing.dates import clock, day, moment, weekday
from kulturspejl.core.writing.sentence import filled
from kulturspejl.records.models import Letter, Organisation, Round, RoundUnit, UnitVersion, User
from kulturspejl.values import links
from kulturspejl.values.letters import Somebody
from kulturspejl.values.the_library import the_library

WITH_THE_CLOSING_DAY = frozenset({"released"})
"""Letters that bring the closing day along as a calendar file."""
CLOSES_AT = Text(da="Målingen lukker kl. {clock}: {unit}", en="The round closes {clock}: {unit}")
CLOSING_DAY = Text(da="lukkedag.ics", en="closing-day.ics")
ON = Text(da="{day}", en="on {day}")
ONE_PERSON, PEOPLE = Text(da="1 person", en="1 person"), Text(da="{people} personer", en="{people} people")
TODAY, TOMORROW = Text(da="i dag", en="today"), Text(da="i morgen", en="tomorrow")
DAYS_WITH_A_NAME = 6


GATHERED = frozenset({"permission_for_you", "permission_ended"})
"""Letters of which one person gets a single one for all that wait, such as after a whole list was taken in."""


def write(letters: Sequence[Letter], *, now: datetime) -> EmailMessage:
    """The message as it is sent now; more than one of the same kind and receiver only where they are gathered."""
    letter = letters[0]
    language, organisation = letter.to.language, organisation_of(letter)
    ask = whom_to_ask(letter, organisation, now)
    places = _places(letter, organisation, ask, now)
    if letter.kind == "permission_for_you":
        places |= places_of(grants_of(letters, day_of(now)), language)
    if letter.kind == "permission_ended":
        places |= places_of_ended(ended_of(letters, day_of(now)), language)
    words = the_library().short_letters[letter.kind]
    subject, body = words.write(places, name=str(letter.to), language=language)
    mark = f"letter {letter.id}"
    return build(
        to=letter.address or letter.to.email, subject=subject, body=body, mark=mark, language=language,
        organisation=organisation.name if organisation else "", ask=ask, stop=_stop(letter),
        attached=[_closing_day(letter, places, mark, now)] if _closes_along(letter) else (),
    )  # fmt: skip


def _stop(letter: Letter) -> str:
    """Where no more of them is said; of letters that somebody asked for, where their one link leads."""
    if letter.kind == "you_asked":
        return links.base_url() + letter.path
    return stop_address(letter.to_id, letter.kind)


def organisation_of(letter: Letter) -> Organisation | None:
    """Whose letter it is: that of the round, of the unit, or the first in which the receiver has a role."""
    if letter.round is not None:
        return letter.round.organisation
    if letter.unit is not None:
        return letter.unit.organisation
    given = Organisation.objects.filter(grants__id=letter.values.get(GRANT)).first() if letter.values else None
    return given or Organisation.objects.filter(grants__user=letter.to).order_by("grants__starts").first()


def whom_to_ask(letter: Letter, organisation: Organisation | None, now: datetime) -> Somebody | None:
    """Somebody real who is not the receiver and still there: whom the letter names, who made or released the round, the
    unit's people, an administrator."""
    others = [user for user in _to_ask(letter, organisation, now) if user.id != letter.to_id and user.is_active]
    there = still_there(others, organisation.id, day_of(now)) if organisation else []
    return next((Somebody(str(user), user.email) for user in (*there, *others)), None)


def _to_ask(letter: Letter, organisation: Organisation | None, now: datetime) -> list[User]:
    found: Round | None = letter.round
    named = [letter.ask, *([found.requested_by, found.approved_by] if found else [])]
    people = [user for user in named if user is not None]
    unit_id = letter.unit_id or (found.root_id if found else None)
    if organisation is not None and unit_id is not None:
        people += team_of(organisation.id, unit_id, day_of(now))
    if organisation is not None:
        people += stewards_of(organisation.id, day_of(now))
    return people


def _places(
    letter: Letter, organisation: Organisation | None, ask: Somebody | None, now: datetime
) -> dict[str, str]:  # fmt: skip
    """What the words may name; empty where nothing is known of it."""
    language = letter.to.language
    places = dict.fromkeys(PLACES, "")
    places |= {
        "organisation": organisation.name if organisation else "", "link": links.base_url() + letter.path,
        "contact": str(ask or ""), "address": letter.to.email, "unit": _unit_name(letter, organisation),
    }  # fmt: skip
    if letter.round is not None:
        places |= _of_the_round(letter.round, language, now)
    places |= {name: _into(value, language) for name, value in letter.values.items() if name in PLACES}
    return places


def _of_the_round(found: Round, language: str, now: datetime) -> dict[str, str]:
    closes = timezone.localtime(found.closes_at)
    invited = sum(unit.invited.get("E", 0) for unit in RoundUnit.objects.filter(round=found))
    people = filled(ONE_PERSON if invited == 1 else PEOPLE, people=invited)
    what = any_from_json(found.content).about
    return {
        "closes": moment(closes, language), "date": day(answer_by(found.requested_on, closes.date()), language),
        "when": _when(closes, timezone.localtime(now), language),
        "asked_by": str(found.requested_by or ""), "what": what.into(language), "invited": people.into(language),
    }  # fmt: skip


def _when(closes: datetime, local: datetime, language: str) -> str:
    days = (closes.date() - local.date()).days
    if days in (0, 1):
        return (TODAY, TOMORROW)[days].into(language)
    named = weekday(closes, language) if days <= DAYS_WITH_A_NAME else day(closes.date(), language)
    return ON.into(language).format(day=named)


def _unit_name(letter: Letter, organisation: Organisation | None) -> str:
    """As the round has it, else as it is called now; the organisation where it is about the whole of it."""
    unit_id: uuid.UUID | None = letter.unit_id or (letter.round.root_id if letter.round else None)
    if unit_id is None:
        return organisation.name if organisation else ""
    if letter.round is not None:
        of_round = RoundUnit.objects.filter(round=letter.round, unit_id=unit_id).first()
        if of_round is not None:
            return of_round.name
    versions = UnitVersion.objects.filter(unit_id=unit_id).order_by("valid_from", "id")
    return str(versions.values_list("name", flat=True).last() or "")


def _into(value: str | dict[str, str], language: str) -> str:
    return value if isinstance(value, str) else Text(**value).into(language)


def _closes_along(letter: Letter) -> bool:
    return letter.round is not None and letter.kind in WITH_THE_CLOSING_DAY


def _closing_day(letter: Letter, places: dict[str, str], mark: str, now: datetime) -> Attachment:
    if letter.round is None:
        raise ValueError("only a round has a closing day")
    closes = timezone.localtime(letter.round.closes_at)
    language = letter.to.language
    summary = CLOSES_AT.into(language).format(
        clock=clock(closes.hour, closes.minute, language), unit=places["unit"]
    )
    event = day_event(
        uid=message_id(f"{mark} closes").strip("<>"), day=closes.date(), summary=summary, link=places["link"],
        stamp=now,
    )  # fmt: skip
    return Attachment(CLOSING_DAY.into(language), event)


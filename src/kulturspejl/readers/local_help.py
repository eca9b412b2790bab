"""The list of help: for the people of an organisation, for a room of one of its classes, and for whoever keeps it."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of, require_in
from kulturspejl.access.room_access import participant_of, room_of
from kulturspejl.access.standing import grants_on
from kulturspejl.core.errors import NotThere
from kulturspejl.core.local_help import KINDS, HelpLine, is_old, lines_from_json
from kulturspejl.core.permissions import Verb
from kulturspejl.core.writing.order import danish_key
from kulturspejl.records.models import HelpList, Organisation, User


@dataclass(frozen=True)
class HelpRow:
    """One kind of help in the reader's language; `number` is what a phone dials, "" for none."""

    kind: str
    who: str
    what: str
    phone: str
    number: str
    hours: str
    link: str


@dataclass(frozen=True)
class HelpView:
    """An organisation's list; without `rows` it has not been written. `looked_on` is when it was last gone through."""

    organisation: str
    rows: tuple[HelpRow, ...] = ()
    keeper: str = ""
    looked_on: date | None = None
    is_old: bool = False


@dataclass(frozen=True)
class HelpForm:
    """What the administrator sees: (kind, its name, the line that is there or None), and when it was last read."""

    rows: tuple[tuple[str, str, HelpLine | None], ...]
    keeper: str
    looked_on: date | None


def my_help(user: User, *, language: str, now: datetime) -> tuple[HelpView, ...]:
    """That of each organisation in which somebody is something today, by name; one without a list is there too."""
    ids = grants_on(day_of(now)).filter(user=user).values_list("organisation_id", flat=True)
    found = Organisation.objects.filter(id__in=set(ids)).select_related("help_list")
    return tuple(_view(one, language, now) for one in sorted(found, key=lambda one: danish_key(one.name)))


def help_in_room(code: str, key: str | None, *, language: str, now: datetime) -> HelpView:
    """That of the organisation whose class it is, for whoever is in the room; NotThere for others, and where a room
    belongs to no organisation."""
    room = room_of(code)
    participant_of(room, key)
    if room.organisation_id is None:
        raise NotThere(NOTHING_HERE)
    return _view(Organisation.objects.select_related("help_list").get(id=room.organisation_id), language, now)


def help_form(user: User, organisation_id: uuid.UUID, *, language: str, now: datetime) -> HelpForm:
    """The whole list as it is changed; NotThere for whoever does not run the organisation."""
    require_in(user, Verb.ORGANISATION_EDIT, organisation_id=organisation_id, now=now)
    kept = HelpList.objects.filter(organisation_id=organisation_id).first()
    lines = {line.kind: line for line in lines_from_json(kept.lines if kept else [])}
    return HelpForm(
        rows=tuple((kind, name.into(language), lines.get(kind)) for kind, name in KINDS.items()),
        keeper=kept.keeper if kept else "", looked_on=kept.looked_on if kept else None,
    )  # fmt: skip


def _view(of: Organisation, language: str, now: datetime) -> HelpView:
    kept: HelpList | None = getattr(of, "help_list", None)
    if kept is None:
        return HelpView(of.name)
    return HelpView(
        organisation=of.name, rows=tuple(_row(line, language) for line in lines_from_json(kept.lines)),
        keeper=kept.keeper, looked_on=kept.looked_on, is_old=is_old(kept.looked_on, day_of(now)),
    )  # fmt: skip


def _row(line: HelpLine, language: str) -> HelpRow:
    return HelpRow(
        KINDS[line.kind].into(language), line.who, line.what(language), line.phone, line.number, line.hours(language),
        line.link,
    )  # fmt: skip

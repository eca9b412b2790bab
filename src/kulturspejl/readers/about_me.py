"""Everything that is stored about one person: every row that points at their account, whichever table it lies in.

No table is named for being in: a new one that points at people is in it from its first day. What is left out is
named: secrets, which are of no use to a reader, and what only the person may see.
"""

import base64
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import ForeignKey, ManyToOneRel, Model, QuerySet

from kulturspejl.access.course_access import has_proven_address
from kulturspejl.core.text import Text
from kulturspejl.records.models import Invitation, LetterState, Membership, User

APPS = ("records", "account", "mfa")
SECRET = frozenset(
    {
        "password", "session_key", "token_hash", "key_hash", "data", "sealed", "username", "content", "script",
        "released", "path",
    }
)  # fmt: skip
"""Columns that hold a secret (the path of a letter may end on one), or content that is the same for everybody and tells
nothing of the person."""
OWN_ALONE = frozenset(
    {
        "LeaderLine", "SealedPlan", "SharedLine", "PlanReminder", "TrioFocus", "TrioAgreement", "TrioMeeting",
        "AnnualMatter", "PlanStatus", "KeptMeeting", "RoomOffer", "LetterOff",
    }
)  # fmt: skip
"""Tables whose values only the person may read, or their TRIO; to others they are counted."""

TABLES: Mapping[str, Text] = {
    "User": Text(da="Kontoen", en="The account"),
    "Grant": Text(da="Rettigheder", en="Permissions"),
    "AuditEntry": Text(da="Ændringer, personen har lavet", en="Changes that the person has made"),
    "SecurityEvent": Text(da="Hvad der er sket med kontoen", en="What has happened to the account"),
    "OpenSession": Text(da="Hvor personen er logget ind", en="Where the person is logged in"),
    "SignInLink": Text(da="Links til at logge ind", en="Links that log in"),
    "Authenticator": Text(da="App, adgangsnøgler og nødkoder", en="App, passkeys and recovery codes"),
    "EmailAddress": Text(
        da="Mailadresser, som koder er sendt til", en="Mail addresses that codes were sent to"
    ),
    "Round": Text(
        da="Målinger, personen har bedt om eller frigivet",
        en="Rounds that the person asked for or released",
    ),
    "LeaderLine": Text(da="Egne linjer og gæt", en="Own lines and guesses"),
    "ResultShare": Text(da="Resultater, personen har delt", en="Results that the person has shared"),
    "Course": Text(da="Kurser, personen har lavet", en="Courses that the person has made"),
    "Membership": Text(da="Kurser, adressen er med i", en="Courses that the address takes part in"),
    "Room": Text(da="Kursusdage, personen har lavet", en="Course days that the person has made"),
    "OwnExercise": Text(da="Personens egne øvelser", en="The person’s own exercises"),
    "OwnLogo": Text(da="Personens eget logo", en="The person’s own logo"),
    "Trait": Text(da="Træk, personen har valgt", en="Traits that the person chose"),
    "TrioFocus": Text(da="TRIO-fokus, personen har skrevet", en="Focuses of a TRIO that the person wrote"),
    "TrioAgreement": Text(
        da="TRIO-aftaler, personen har rettet sidst", en="Agreements of a TRIO that the person changed last"
    ),
    "TrioMeeting": Text(
        da="TRIO-møder, personen har sat eller skrevet referat af",
        en="TRIO meetings that the person planned or wrote minutes of",
    ),
    "AnnualMatter": Text(da="Punkter til den årlige drøftelse", en="Matters for the yearly discussion"),
    "TraitEvent": Text(
        da="Det, personen har gjort ved træk i planer", en="What the person did to traits in plans"
    ),
    "PlanStatus": Text(da="Status, personen har skrevet på planer", en="Stock that the person took of plans"),
    "KeptMeeting": Text(
        da="Teammøder, personen har overtaget for en enhed", en="Team meetings that the person took over for a unit"
    ),
    "RoomOffer": Text(
        da="Rum, der findes endnu, som personen har overtaget for en enhed",
        en="Rooms that are still there and that the person took over for a unit",
    ),
    "ActionEvent": Text(
        da="Det, personen har gjort ved handlinger i planer", en="What the person did to actions in plans"
    ),
    "CalendarFeed": Text(da="Kalendere, der henter dage fra planer", en="Calendars that fetch days of plans"),
    "SealedPlan": Text(da="Personens låste udviklingsplan", en="The person’s locked development plan"),
    "SharedLine": Text(da="En linje, personen har delt", en="A line that the person has shared"),
    "PlanReminder": Text(da="Dage, personen bliver mindet på", en="Days on which the person is reminded"),
    "LetterOff": Text(da="Breve, personen har slået fra", en="Letters that the person has switched off"),
    "Letter": Text(da="Breve til personen", en="Letters to the person"),
    "Invitation": Text(
        da="Åbne målinger, adressen er inviteret til", en="Open rounds that the address is invited to"
    ),
}


@dataclass(frozen=True)
class Part:
    """One table's rows about the person; `left_out` says how many are only the person's to read."""

    name: str
    title: Text
    rows: tuple[Mapping[str, object], ...]
    left_out: int = 0


@dataclass(frozen=True)
class Everything:
    """All parts that have something."""

    person: str
    address: str
    made_at: datetime
    is_own: bool
    parts: tuple[Part, ...]


def everything(
    person: User, *, is_own: bool, now: datetime, within: uuid.UUID | None = None
) -> Everything:
    """All that is stored about the person. `is_own`: the person asks, or whoever runs the server hands it to them.

    What hangs on the address alone stands there for its proven owner, and for an administrator what is of their own
    organisation, `within`: else whoever writes a stranger's address into an account would read about the stranger.
    """
    parts = [Part("User", TABLES["User"], (_row(User.objects.get(id=person.id)),))]
    parts += [_part(model, fields, person, is_own) for model, fields in pointing_at_people()]
    is_proven = is_own and has_proven_address(person)
    if is_proven:
        invited = Invitation.objects.filter(address=person.email).select_related("round_unit__round")
        rows = tuple(
            {"unit": one.round_unit.name, "closes_at": one.round_unit.round.closes_at.isoformat()}
            for one in invited
        )
        parts.append(Part("Invitation", TABLES["Invitation"], rows))
    courses = Membership.objects.filter(address=person.email)
    if not is_proven:
        courses = courses.filter(group__held__course__organisation=within)
    parts.append(Part("Membership", TABLES["Membership"], tuple(_taking_part(courses))))
    found = tuple(part for part in parts if part.rows or part.left_out)
    return Everything(person.name, person.email, now, is_own, found)


def _taking_part(rows: "QuerySet[Membership]") -> Iterator[Mapping[str, object]]:
    """By the address, as nobody needs an account to take part; without the secrets."""
    for one in rows.select_related("group__held__course"):
        yield {
            "course": one.group.held.course.name, "class": one.group.held.name, "workplace": one.group.workplace,
            "name": one.name, "role": one.role, "joined_at": one.joined_at.isoformat(),
            "days_present": one.days_present,
        }  # fmt: skip


def pointing_at_people() -> Iterator[tuple[type[Model], list["ForeignKey[Any, Any]"]]]:
    """Every table that points at accounts, with the columns that do."""
    found: dict[type[Model], list[ForeignKey[Any, Any]]] = {}
    for relation in User._meta.get_fields(include_hidden=True):
        if isinstance(relation, ManyToOneRel) and isinstance(relation.field, ForeignKey):
            model: type[Model] = relation.related_model
            if model._meta.app_label in APPS and not model._meta.auto_created:
                found.setdefault(model, []).append(relation.field)
    yield from found.items()


def _part(model: type[Model], fields: list["ForeignKey[Any, Any]"], person: User, is_own: bool) -> Part:
    found: dict[object, Model] = {}
    for field in fields:
        found |= {row.pk: row for row in model._base_manager.filter(**{field.attname: person.id})}
    name = str(model._meta.object_name)
    title = TABLES.get(name) or Text(da=name, en=name)
    if name in OWN_ALONE and not is_own:
        return Part(name, title, (), len(found))
    if name == "Letter" and not is_own:
        # One that was not sent because its reader has switched its kind off is nobody else's to know of.
        found = {key: row for key, row in found.items() if getattr(row, "state", "") != LetterState.UNWANTED}
    return Part(name, title, tuple(_row(row) for row in found.values()))


def _row(row: Model) -> Mapping[str, object]:
    kept = [field for field in row._meta.concrete_fields if field.name not in SECRET]
    return {field.name: _plain(getattr(row, field.attname)) for field in kept}


def _plain(value: object) -> object:
    """A value as JSON holds it."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    return value

"""Making a round: the tree is frozen, people are counted, and it waits for AMR or TR."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from kulturspejl.access.agreeing import asked_lately
from kulturspejl.access.permission import NOTHING_HERE, day_of, require
from kulturspejl.access.standing import leaders_by_unit
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.sent import id_before, keep
from kulturspejl.actions.telling_hand_overs import tell_it_waits
from kulturspejl.core.errors import NotThere, Refused
from kulturspejl.core.instruments.allocation.form import DRAWN, IN_DIMENSIONS, TOTALS
from kulturspejl.core.permissions import Verb
from kulturspejl.core.permissions.visibility import fits_a_round
from kulturspejl.core.tables.mailbox import inbox, mailbox
from kulturspejl.core.text import Text
from kulturspejl.core.writing.order import danish_key
from kulturspejl.core.writing.sentence import filled
from kulturspejl.library.policies import load_policy
from kulturspejl.records.models import Invitation, Round, RoundState, RoundUnit, Unit, User
from kulturspejl.values.the_library import the_library
from kulturspejl.values.tree import TreeNow, UnitNow, tree_on

INSTRUMENT = "culture_profile"
LONGEST = timedelta(days=90)
AT_ONCE = 500
NAMED = 5
"""Units named in one sentence; of the rest a number is said."""
MORE_UNITS = Text(da=" og {more} enheder til", en=" and {more} more units")


@dataclass(frozen=True)
class People:
    """Who is invited in a unit: mail addresses with a language ("" = the round's), and cards without mail."""

    addresses: Sequence[tuple[str, str]] = field(default_factory=list)
    cards: int = 0

    @property
    def count(self) -> int:
        """How many people, one code each."""
        return len(self.addresses) + self.cards


@dataclass(frozen=True)
class Asking:
    """What is asked, and in which form, as it was chosen."""

    instrument: str
    points: int
    preferred: str


def create(
    *,
    by: User,
    root: uuid.UUID,
    people: Mapping[uuid.UUID, People],
    closes_at: datetime,
    instrument: str = INSTRUMENT,
    points: int,
    preferred: str,
    why: str,
    language: str,
    form: uuid.UUID | None = None,
    now: datetime,
) -> uuid.UUID:
    """Make a round over `root` (and, for a steward, all below it) that waits for its release; returns its id.

    `instrument` is the id of what is asked. Where it leaves no choice of points and form, they are its own.

    Raises Refused with a sentence where a rule says no: more invited than the unit has people, nobody
    invited, an open round already there, a closing date that cannot be kept. `in_the_way` says all of it beforehand.
    """
    people = _in_one_form(people)
    with deciding(Unit, root) as unit:
        tree = tree_on(unit.organisation_id, day_of(now))
        units = [tree.units[key] for key in _wanted(tree, root, people)]
        require(by, Verb.ROUND_CREATE_BRANCH if len(units) > 1 else Verb.ROUND_CREATE, unit_id=root, now=now)
        if before := id_before(form, by):
            return before
        for reason in _reasons(units, people, Asking(instrument, points, preferred), closes_at, now):
            raise Refused(reason)
        asked = the_library().questionnaires[instrument]
        points, preferred = asked.settled(points, preferred)
        made = Round.objects.create(
            organisation_id=unit.organisation_id, root_id=root, content_id=asked.id,
            content_version=asked.version, content=asked.to_json(),
            policy_version=load_policy().version, minimum=unit.organisation.minimum, points=points,
            preferred=preferred, language=language, why=why.strip(), requested_by=by, requested_on=day_of(now),
            needs_agreement=asked_lately([one.id for one in units], day_of(now)), closes_at=closes_at,
        )  # fmt: skip
        _freeze(made, units, people, language)
        tell_it_waits(made, now)
        note(by=by, organisation_id=unit.organisation_id, verb="round.create", about=made.id, now=now)
        keep(form, by, made.id, now)
    return made.id


def in_the_way(
    *, root: uuid.UUID, people: Mapping[uuid.UUID, People], closes_at: datetime, instrument: str = INSTRUMENT,
    points: int, preferred: str, now: datetime,
) -> tuple[Text, ...]:  # fmt: skip
    """Every rule that `create` would say no by, for whoever looks before sending. Decides nothing."""
    unit = Unit.objects.get(id=root)
    tree = tree_on(unit.organisation_id, day_of(now))
    units = [tree.units[key] for key in _wanted(tree, root, people)]
    return tuple(_reasons(units, _in_one_form(people), Asking(instrument, points, preferred), closes_at, now))


def under_way(unit_ids: Sequence[uuid.UUID]) -> Text | None:
    """Why nothing can be asked here now: a round has begun and is not over."""
    return next(_overlaps(unit_ids), None)


def _in_one_form(people: Mapping[uuid.UUID, People]) -> dict[uuid.UUID, People]:
    """Addresses as they are compared and stored; Refused, with a sentence, for one that no letter could be sent to."""
    return {
        unit_id: People([(mailbox(address), language) for address, language in who.addresses], who.cards)
        for unit_id, who in people.items()
    }


def _reasons(
    units: Sequence[UnitNow], people: Mapping[uuid.UUID, People], asking: Asking, closes_at: datetime, now: datetime
) -> Iterator[Text]:
    yield from _settings(asking, closes_at, now)
    yield from _counts(units, people)
    asked = [(one.id, one.name, [address for address, _ in people.get(one.id, People()).addresses]) for one in units]
    for address, name in leaders_among(asked, day_of(now)):
        yield _leads(address, name)
    yield from _overlaps([one.id for one in units])


def _wanted(tree: TreeNow, root: uuid.UUID, people: Mapping[uuid.UUID, People]) -> list[uuid.UUID]:
    """The root and every unit below it that has people, with the units between them, parents first."""
    asked = {unit_id for unit_id, who in people.items() if who.count} | {root}
    keep: set[uuid.UUID] = set()
    for unit_id in asked:
        line = tree.line_up(unit_id) if unit_id in tree.units else []
        if root not in line:
            raise NotThere(NOTHING_HERE)
        keep.update(line[: line.index(root) + 1])
    return [one.id for one in tree.subtree(root) if one.id in keep]


def _freeze(made: Round, units: Sequence[UnitNow], people: Mapping[uuid.UUID, People], language: str) -> None:
    """The round's own tree, parents first, and who is invited where: two statements however many units there are."""
    rows: dict[uuid.UUID, RoundUnit] = {}
    for unit in units:
        who = people.get(unit.id, People())
        rows[unit.id] = RoundUnit(
            round=made, unit_id=unit.id, parent=rows.get(unit.parent) if unit.parent else None, name=unit.name,
            headcount=unit.headcount, invited={"E": who.count}, cards=who.cards,
        )  # fmt: skip
    RoundUnit.objects.bulk_create(rows.values(), batch_size=AT_ONCE)
    invitations = [one for unit_id, row in rows.items() for one in _invited(row, people.get(unit_id), language)]
    Invitation.objects.bulk_create(invitations, batch_size=AT_ONCE)


def _invited(row: RoundUnit, who: People | None, language: str) -> Iterator[Invitation]:
    if who is None:
        return
    for address, own in who.addresses:
        yield Invitation(round_unit=row, address=address, language=own or language)
    for _ in range(who.cards):
        yield Invitation(round_unit=row, language=language)


def _settings(asking: Asking, closes_at: datetime, now: datetime) -> Iterator[Text]:
    found = the_library().questionnaires.get(asking.instrument)
    if found is None:
        yield Text(da="Vælg, hvad der skal spørges om.", en="Choose what to ask about.")
    elif not fits_a_round(found.visibility):
        yield Text(
            da="Det indhold er ikke lavet til en anonym måling: Svarene har en ejer.",
            en="That content is not made for an anonymous round: its answers have an owner.",
        )
    elif found.chooses_points:
        yield from _points(asking)
    if not now + timedelta(hours=1) <= closes_at <= now + LONGEST:
        yield Text(
            da="Vælg en lukkedag fra i morgen og højst tre måneder frem.",
            en="Choose a closing day from tomorrow and at most three months ahead.",
        )


def _points(asking: Asking) -> Iterator[Text]:
    if asking.points not in TOTALS:
        yield Text(da="Vælg 10 eller 100 point.", en="Choose 10 or 100 points.")
    if asking.preferred not in (DRAWN, IN_DIMENSIONS):
        yield Text(
            da="Vælg, hvordan den ønskede kultur skal angives.", en="Choose how the preferred culture is given."
        )


def _counts(units: Sequence[UnitNow], people: Mapping[uuid.UUID, People]) -> Iterator[Text]:
    if not any(who.count for who in people.values()):
        yield Text(
            da="Skriv, hvem der skal have en kode: mailadresser eller et antal kort.",
            en="Say who is to have a code: mail addresses, or a number of cards.",
        )
    for unit in units:
        who = people.get(unit.id, People())
        if who.cards < 0:
            yield Text(
                da="Antallet af kort kan ikke være under nul.", en="The number of cards cannot be below zero."
            )
        if who.count > unit.headcount:
            yield too_many(unit.name, who.count, unit.headcount)
    inboxes = [inbox(address) for who in people.values() for address, _ in who.addresses]
    if len(inboxes) != len(set(inboxes)):
        yield Text(
            da="Den samme mailadresse står flere steder. Hver person får én kode, så lad den stå ét sted.",
            en="The same mail address stands in several places. Each person gets one code, so leave it in one.",
        )


def refuse_leaders(asked: Sequence[tuple[uuid.UUID, str, Sequence[str]]], today: date) -> None:
    """Refused for the first address of a unit that is its leader's; `asked` as in `leaders_among`."""
    for address, name in leaders_among(asked, today):
        raise Refused(_leads(address, name))


def leaders_among(
    asked: Sequence[tuple[uuid.UUID, str, Sequence[str]]], today: date
) -> Iterator[tuple[str, str]]:
    """Each address of a unit that is its leader's, and the unit's name; `asked` = (unit, its name, addresses there).

    Who leads a unit never counts there; where the same person is an employee, that is another unit.
    """
    leaders = leaders_by_unit([unit_id for unit_id, _, _ in asked], today)
    for unit_id, name, addresses in asked:
        led_by = {inbox(email) for email in leaders.get(unit_id, ())}
        yield from ((address, name) for address in addresses if led_by and inbox(address) in led_by)


def _leads(address: str, name: str) -> Text:
    return filled(
        Text(
            da="{address} leder {name} og tæller ikke med der. Slet "
            "adressen, eller annullér målingen, og lav den igen uden.",
            en="{address} leads the unit {name} and is not counted there. "
            "Delete the address, or cancel the round and make it again without.",
        ),
        address=address, name=name,
    )


def too_many(name: str, count: int, headcount: int) -> Text:
    """Why more invited than people is refused, and who can change the number."""
    return filled(
        Text(
            da="{name} har {headcount} medarbejdere, men der er {count} inviteret. Hver person får én kode, og der "
            "laves ingen i overskud. Passer tallet ikke, så bed din administrator om at rette det.",
            en="{name} has {headcount} employees, but {count} are invited. Each person gets one code and none are "
            "spare. If the number is wrong, ask your administrator to correct it.",
        ),
        name=name, headcount=headcount, count=count,
    )


def _overlaps(unit_ids: Sequence[uuid.UUID]) -> Iterator[Text]:
    busy = (RoundState.WAITING, RoundState.ON_HOLD, RoundState.OPEN, RoundState.CLOSING)
    rows = RoundUnit.objects.filter(unit_id__in=unit_ids, round__state__in=busy, headcount__gt=0)
    names = sorted(set(rows.values_list("name", flat=True)), key=danish_key)
    if len(names) == 1:
        yield filled(
            Text(
                da="{name} har allerede en måling i gang. Vent, til den er lukket. Er den ikke sendt endnu, kan den "
                "annulleres.",
                en="{name} already has a round under way. Wait until it is closed. One that is not sent yet can be "
                "cancelled.",
            ),
            name=names[0],
        )
    elif names:
        shown, more = ", ".join(names[:NAMED]), len(names) - NAMED
        yield filled(
            Text(
                da="Der er allerede en måling i gang i {shown}{more}. Vent, til den er lukket. Er den ikke sendt "
                "endnu, kan den annulleres.",
                en="A round is already under way in {shown}{more}. Wait until it is closed. One that is not sent yet "
                "can be cancelled.",
            ),
            shown=shown, more=filled(MORE_UNITS, more=more) if more > 0 else "",
        )

"""A small organisation made by the real actions: one unit with a leader, AMR, TR, above it a steward and HR."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection
from django.db.models import Model

from kulturspejl.actions import eligibility, organisations, people, responses, rounds
from kulturspejl.actions.mailing import open_codes
from kulturspejl.core.permissions import Role
from kulturspejl.records.models import ChangeNotice, Invitation, Letter, Organisation, User
from tests.actions.kept import kept

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
CLOSES = NOW + timedelta(days=14)
SUMS = {"wish_A": 20, "wish_B": 16, "wish_C": 10, "wish_D": 14}


_STORED: dict[tuple[int, bool, datetime], "Stored"] = {}


@dataclass(frozen=True)
class Town:
    """Who and where."""

    organisation: uuid.UUID
    top: uuid.UUID
    unit: uuid.UUID
    steward: User
    hr: User
    leader: User
    amr: User
    tr: User


def found_town(*, headcount: int = 12, with_representatives: bool = True, now: datetime = NOW) -> Town:
    """Hjemmeplejen with Hjemmepleje Nord under it.

    Hundreds of tests begin here. So the actions make each such town once a process, and later its rows are put into the
    empty store again, with ids of their own.
    """
    asked = (headcount, with_representatives, now)
    return kept(("town", *asked), lambda: _of_own_ids(*asked))


def _of_own_ids(headcount: int, with_representatives: bool, now: datetime) -> Town:
    """Made, or inside a test's transaction its rows again."""
    stored, is_first = _STORED.get((headcount, with_representatives, now)), not User.objects.exists()
    if stored and is_first and not Organisation.objects.exists():
        return stored.again()
    before = set(rows_of_all_tables()) if is_first else set()
    made = _found(headcount, with_representatives, now)
    if is_first:
        rows = [row for name, row in rows_of_all_tables().items() if name not in before]
        _STORED[headcount, with_representatives, now] = Stored(made, rows)
    return made


def rows_of_all_tables() -> dict[tuple[str, object], Model]:
    """Every row there is, by table and key."""
    return {
        (table._meta.label, row.pk): row
        for table in apps.get_models()
        if table._meta.managed
        for row in table._default_manager.all()
    }


@dataclass(frozen=True)
class Stored:
    """A town as it was made, and all its rows."""

    town: Town
    rows: list[Model]

    def again(self) -> Town:
        """The same with other ids, also where an audit line names one."""
        ids: dict[object, object] = {row.pk: uuid.uuid4() for row in self.rows if isinstance(row.pk, uuid.UUID)}
        ids |= {str(old): str(new) for old, new in ids.items()}
        anew = {(type(row), row.pk): _anew(row, ids) for row in self.rows}
        for table in dict.fromkeys(type(row) for row in self.rows):
            table._default_manager.bulk_create([row for (of, _key), row in anew.items() if of is table])
        _count_on({type(row) for row in self.rows})
        was = {field.name: getattr(self.town, field.name) for field in fields(Town)}
        return Town(
            **{name: anew[User, one.pk] if isinstance(one, User) else ids[one] for name, one in was.items()}
        )


def _anew(row: Model, ids: dict[object, object]) -> Model:
    """A key that the store counts stays: others point at it."""
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return type(row)(**{name: _again(value, ids) for name, value in values.items()})


def _count_on(tables: set[type[Model]]) -> None:
    """The store counts from the keys that were put in."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(tables)):
            cursor.execute(statement)


def _again(value: object, ids: dict[object, object]) -> object:
    return ids.get(value, value) if isinstance(value, str | uuid.UUID) else value


def _found(headcount: int, with_representatives: bool, now: datetime) -> Town:
    steward = organisations.begin(
        name="Havnby Kommune", language="da", steward_name="Sanne", steward_email="sanne@havnby.test", now=now
    )
    organisation = steward.grants.get().organisation_id
    top = organisations.add_unit(
        by=steward, organisation_id=organisation, name="Hjemmeplejen", parent=None, headcount=0, now=now
    )
    unit = organisations.add_unit(
        by=steward,
        organisation_id=organisation,
        name="Hjemmepleje Nord",
        parent=top,
        headcount=headcount,
        now=now,
    )

    def give(name: str, role: Role, where: uuid.UUID | None) -> User:
        email = f"{name.lower()}@havnby.test"
        people.grant(by=steward, organisation_id=organisation, email=email, name=name, role=role, unit_id=where,
                     ends=None, now=now)  # fmt: skip
        return User.objects.get(email=email)

    leader, hr = give("Karen", Role.LEADER, unit), give("Hans", Role.HR, None)
    amr = give("Amir", Role.AMR, unit) if with_representatives else steward
    tr = give("Tove", Role.TR, unit) if with_representatives else steward
    # They were told of their permissions long ago.
    ChangeNotice.objects.all().delete()
    Letter.objects.all().delete()
    ChangeNotice.objects.all().delete()
    return Town(organisation, top, unit, steward, hr, leader, amr, tr)


def ask(
    town: Town, *, mails: int = 0, cards: int = 0, now: datetime = NOW, preferred: str = "drawn",
    instrument: str = "culture_profile",
) -> uuid.UUID:  # fmt: skip
    """A round of the leader's that waits for its release."""
    addresses = [(f"person{number:02}@havnby.test", "") for number in range(mails)]
    step = ("asked", town.leader.pk, town.unit, mails, cards, now, preferred, instrument)
    return kept(step, lambda: rounds.create(
        by=town.leader, root=town.unit, people={town.unit: rounds.People(addresses=addresses, cards=cards)},
        closes_at=now + timedelta(days=14), instrument=instrument, points=10, preferred=preferred, why="",
        language="da", now=now,
    ))  # fmt: skip


def open_round(
    town: Town, *, mails: int = 0, cards: int = 0, now: datetime = NOW, instrument: str = "culture_profile"
) -> uuid.UUID:
    """A round that AMR has let out."""
    round_id = ask(town, mails=mails, cards=cards, now=now, instrument=instrument)
    release(town, round_id, now=now)
    return round_id


def release(town: Town, round_id: uuid.UUID, *, now: datetime = NOW) -> None:
    """AMR lets it out."""
    step = ("released", town.amr.pk, round_id, now)
    kept(step, lambda: rounds.release_sending(by=town.amr, round_id=round_id, agreed=True, now=now))


def close_early(town: Town, round_id: uuid.UUID, *, now: datetime = NOW) -> None:
    """The leader has asked for it, and AMR has said yes: from now on nobody can answer."""
    rounds.ask_to_close(by=town.leader, round_id=round_id, reason="Vi mødes i dag", now=now)
    rounds.answer_close(by=town.amr, round_id=round_id, agrees=True, now=now)


def long_codes(round_id: uuid.UUID) -> list[str]:
    """Everybody's link code, in the order of their addresses."""
    invitations = Invitation.objects.filter(round_unit__round_id=round_id).order_by("address", "id")
    return [open_codes(round_id, one)[0] for one in invitations]


def profile(a: int, b: int, c: int, wish: Sequence[int] = (20, 16, 10, 14)) -> dict[str, object]:
    """The same four numbers in all six dimensions (D is the rest of 10), and a drawn wish."""
    four = {"A": a, "B": b, "C": c, "D": 10 - a - b - c}
    answers: dict[str, object] = {
        f"now_d{number}_{letter}": points for number in range(1, 7) for letter, points in four.items()
    }
    return answers | {f"wish_{letter}": points for letter, points in zip("ABCD", wish, strict=True)}


def answer(code: str, answers: dict[str, object], *, now: datetime = NOW, secret: bytes = b"") -> uuid.UUID:
    """One person from code to stored answer; returns the retry id."""
    device = secret or uuid.uuid4().bytes
    voucher = eligibility.admit(code=code, blinded=device, now=now)
    retry_id = uuid.uuid4()
    responses.submit(voucher=voucher, retry_id=retry_id, answers=answers, now=now)
    return retry_id

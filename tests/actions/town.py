"""A small organisation made by the real actions: one unit with a leader, AMR, TR, above it a steward and HR."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kulturspejl.actions import eligibility, organisations, people, responses, rounds
from kulturspejl.actions.mailing import open_codes
from kulturspejl.core.permissions import Role
from kulturspejl.records.models import Invitation, User

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
CLOSES = NOW + timedelta(days=14)
SUMS = {"wish_A": 20, "wish_B": 16, "wish_C": 10, "wish_D": 14}


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
    """Hjemmeplejen with Hjemmepleje Nord under it."""
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
    return Town(organisation, top, unit, steward, hr, leader, amr, tr)


def ask(
    town: Town, *, mails: int = 0, cards: int = 0, now: datetime = NOW, preferred: str = "drawn"
) -> uuid.UUID:
    """A round of the leader's that waits for its release."""
    addresses = [(f"person{number:02}@havnby.test", "") for number in range(mails)]
    return rounds.create(
        by=town.leader, root=town.unit, people={town.unit: rounds.People(addresses=addresses, cards=cards)},
        closes_at=now + timedelta(days=14), points=10, preferred=preferred, why="", language="da", now=now,
    )  # fmt: skip


def open_round(town: Town, *, mails: int = 0, cards: int = 0, now: datetime = NOW) -> uuid.UUID:
    """A round that AMR has let out."""
    round_id = ask(town, mails=mails, cards=cards, now=now)
    rounds.release_sending(by=town.amr, round_id=round_id, agreed=True, now=now)
    return round_id


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

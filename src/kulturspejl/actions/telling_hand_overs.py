"""Who is told at a round's hand-overs, in the transaction of what has happened or by the job of the day.

One letter a person, however many roles and units: about their own unit where it is one, else about the round's root.
"""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from kulturspejl.access.handed_to import Hands, accounts, hands_of
from kulturspejl.access.permission import day_of
from kulturspejl.actions.telling import Value, tell
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled, in_words
from kulturspejl.records.models import LetterState, Round, User

REPRESENTATIVES = Text(da="AMR eller TR", en="A representative")
ONE_LETTER, LETTERS = Text(da="1 brev", en="1 letter"), Text(da="{count} breve", en="{count} letters")
STEWARD = Text(da="Administratoren", en="The administrator")


def tell_it_waits(found: Round, now: datetime) -> None:
    """To those who may let it out; again at any time, for whoever has come to be one of them."""
    hands = hands_of(found, day_of(now))
    tell(
        "waits_for_you", to=accounts(hands.releasing), round=found, path=f"/rounds/{found.id}/release",
        ask=found.requested_by, once=f"waits {found.id}",
    )  # fmt: skip


def tell_it_still_waits(found: Round, now: datetime) -> None:
    """The same people once more, when nobody has answered by the day."""
    hands = hands_of(found, day_of(now))
    tell(
        "still_waits", to=accounts(hands.releasing), round=found, path=f"/rounds/{found.id}/release",
        ask=found.requested_by, once=f"still_waits {found.id}",
    )  # fmt: skip


def tell_it_is_stopped(found: Round, who: User, now: datetime) -> None:
    """To who leads and who asked. The reason stands on the page."""
    hands = hands_of(found, day_of(now))
    said: Mapping[str, Value] = {"who": REPRESENTATIVES if hands.has_representatives else STEWARD}
    to = [one for one in hands.leading if one != who.id]
    tell("stopped", to=accounts(to), round=found, path=f"/rounds/{found.id}", values=said, ask=who)


def tell_it_is_open(found: Round, who: User, now: datetime) -> None:
    """To who leads and who asked, and in a branch to leaders and representatives of its units, who hear of it now."""
    hands = hands_of(found, day_of(now))
    to = [*hands.leading, *(one for one in hands.units if one not in hands.releasing)]
    _to_each("released", found, hands, [one for one in to if one != who.id], {"who": str(who)}, ask=who)


def tell_closing_is_asked(found: Round, now: datetime) -> None:
    """To those whose yes it takes; again at any time, for whoever has come to be one of them. The reason stands on the
    page."""
    hands, who = hands_of(found, day_of(now)), found.close_asked_by
    tell(
        "close_early_asked", to=accounts([one for one in hands.releasing if who is None or one != who.id]), round=found,
        path=f"/rounds/{found.id}", values={"who": str(who or "")}, ask=who,
        once=f"close {found.id} {found.close_asked_on}",
    )  # fmt: skip


def tell_closing_is_declined(found: Round, who: User, now: datetime) -> None:
    """To whoever asked, where they still may steer it. A yes is told by the result."""
    asked = [one for one in hands_of(found, day_of(now)).leading if one == found.close_asked_by_id and one != who.id]
    tell(
        "close_declined", to=accounts(asked), round=found, path=f"/rounds/{found.id}", values={"who": str(who)},
        ask=who,
    )  # fmt: skip


def tell_it_is_given_up(found: Round, who: User, now: datetime) -> None:
    """To who leads and who asked, and to those who have had a letter that it waits for them."""
    hands = hands_of(found, day_of(now))
    asked = found.letters.filter(kind__in=("waits_for_you", "still_waits"), state=LetterState.SENT)
    had = set(asked.values_list("to_id", flat=True))
    to = [*hands.leading, *(one for one in hands.releasing if one in had)]
    tell(
        "given_up", to=accounts([one for one in to if one != who.id]), round=found, path=f"/rounds/{found.id}",
        values={"who": str(who)}, ask=who,
    )  # fmt: skip


def tell_answers_are_lost(found: Round, now: datetime) -> None:
    """To leaders and representatives: they alone can tell the others, for the list is gone too."""
    hands = hands_of(found, day_of(now))
    _to_each("answers_lost", found, hands, [*hands.leading, *hands.units], {}, once=f"lost {found.id}")


def tell_the_result_is_deleted(found: Round, who: User, now: datetime) -> None:
    """To leaders and representatives of its units, before it is gone; the letter hangs on the unit alone."""
    hands, on = hands_of(found, day_of(now)), found.released_at or now
    values: Mapping[str, Value] = {"who": str(who), "date": in_words(day_of(on))}
    to = [one for one in (*hands.leading, *hands.units) if one != who.id]
    for unit_id, people in _by_unit(found, hands, to).items():
        tell("result_deleted", to=accounts(people), unit=unit_id, path="/home", values=values, ask=who)


def tell_letters_were_refused(found: Round, count: int, now: datetime) -> None:
    """To those who see the list, once a day at most. Which they are stands on the page."""
    letters = filled(ONE_LETTER if count == 1 else LETTERS, count=count)
    hands = hands_of(found, day_of(now))
    tell(
        "letters_refused", to=accounts(hands.releasing), round=found, path=f"/rounds/{found.id}/letters",
        values={"count": letters}, once=f"letters_refused {found.id} {day_of(now)}",
    )  # fmt: skip


def tell_it_closes(found: Round, now: datetime) -> None:
    """To leaders and representatives, on the last working day before."""
    hands = hands_of(found, day_of(now))
    _to_each("closes_tomorrow", found, hands, [*hands.leading, *hands.units], {}, once=f"closes {found.id}")


def tell_the_result_is_open(found: Round, now: datetime) -> None:
    """To leaders and representatives, alike, whether or not there is a picture."""
    hands = hands_of(found, day_of(now))
    _to_each("result_open_owner", found, hands, [*hands.leading, *hands.units], {}, once=f"result {found.id}")


def _to_each(
    kind: str, found: Round, hands: Hands, to: Collection[uuid.UUID], values: Mapping[str, Value], *,
    ask: User | None = None, once: str = "",
) -> None:  # fmt: skip
    """Grouped by the unit that the letter is about, so that it is one row each and one query a unit."""
    for unit_id, ids in _by_unit(found, hands, to).items():
        tell(
            kind, to=accounts(ids), unit=unit_id, round=found, path=f"/rounds/{found.id}", values=values, ask=ask,
            once=once,
        )  # fmt: skip


def _by_unit(found: Round, hands: Hands, to: Collection[uuid.UUID]) -> Mapping[uuid.UUID, list[uuid.UUID]]:
    """By their own unit where it is one, else by the round's root."""
    people: dict[uuid.UUID, list[uuid.UUID]] = defaultdict(list)
    for one in dict.fromkeys(to):
        units = hands.units.get(one, frozenset())
        people[next(iter(units)) if len(units) == 1 else found.root_id].append(one)
    return people

"""Telling somebody with an account by letter: the row is kept with what it tells of, and the mail job sends it."""

import uuid
from collections.abc import Iterable, Mapping

from kulturspejl.core.text import Text
from kulturspejl.core.writing.line import one_line
from kulturspejl.records.models import Letter, Round, Unit, User
from kulturspejl.values.the_library import the_library

Value = str | Text
"""A word that is the same in every language, or one for each."""


def tell(
    kind: str, *, to: Iterable[User], unit: Unit | uuid.UUID | None = None, round: Round | None = None, path: str,
    values: Mapping[str, Value] | None = None, ask: User | None = None, once: str = "", at_once: bool = False,
    address: str = "",
) -> None:  # fmt: skip
    """One letter of this kind to each of them, however many roles they have; inside the caller's transaction.

    `kind` is a letter of the library. `path` is its one link, without the host ("/rounds/…"). `values` fill places of
    its words that are not known from unit and round. `ask` is whom it names to ask; else somebody of the unit. With
    `once` a receiver who has had that one gets none. `at_once`: the person has just asked for it, so it comes at any
    hour. `address`: where it goes instead of the account's own. Raises ValueError for a kind that nobody has written.
    """
    if kind not in the_library().short_letters:
        raise ValueError(f"there is no letter {kind!r} in content/letters")
    unit_id = unit.id if isinstance(unit, Unit) else unit
    said = {name: _kept(value) for name, value in (values or {}).items()}
    # Not by trying: what has been told before is no fault, and a refused row would stand in the store's log.
    Letter.objects.bulk_create(
        [
            Letter(
                to=user, kind=kind, unit_id=unit_id, round=round, ask=ask, path=path, values=said, address=address,
                at_once=at_once, once=f"{once} {user.id}" if once else None,
            )
            for user in {user.id: user for user in to}.values()
        ],
        ignore_conflicts=True,
    )  # fmt: skip


def _kept(value: Value) -> str | dict[str, str]:
    if isinstance(value, Text):
        return dict(value.each(lambda words, _language: one_line(words)).words)
    return one_line(value)

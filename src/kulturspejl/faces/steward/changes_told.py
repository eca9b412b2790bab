"""A line of the list of changes in words: what was done, whose or where it was, and from what to what."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulturspejl.faces.shared.templatetags.saying import day, role_name
from kulturspejl.readers.changes import Change, Somebody


@dataclass(frozen=True)
class Told:
    """`what` was done, `about` whom or what ("" where nothing is known), and each thing that is another now."""

    what: str
    about: str
    changed: tuple[tuple[str, str, str], ...]


def told(change: Change, verbs: Mapping[str, Promise]) -> Told:
    """The line in words; `verbs` are those that are known."""
    return Told(str(verbs.get(change.verb, change.verb)), ", ".join(_about(change)), tuple(_changed(change)))


def somebody(one: Somebody) -> str:
    """A name, or what is left of a person who has been erased; "" for the program."""
    if one.name:
        return one.name
    return _("person %(number)d") % {"number": one.number} if one.number is not None else ""


def _about(change: Change) -> Iterator[str]:
    said = change.said
    if whose := somebody(change.whose):
        yield whose
    if "role" in said:
        yield role_name(said["role"])
    where = said.get("unit") or said.get("room") or ("" if "role" not in said else _("the whole organisation"))
    if where:
        yield str(where)
    if "made" in said:
        yield _("%(made)d new, %(changed)d changed") % {"made": said["made"], "changed": said["changed"]}
    if "closed" in said:
        yield _("%(closed)d closed") % {"closed": said["closed"]}
    if "ends" in said:
        yield _("until %(day)s") % {"day": _day(said["ends"])}
    if "closes" in said and change.verb in ("round.create", "round.release_sending"):
        yield _("closes %(day)s") % {"day": _day(said["closes"])}
    if "backup" in said:
        yield _("of %(day)s") % {"day": _day(said["backup"])}


def _changed(change: Change) -> Iterator[tuple[str, str, str]]:
    for field, (label, words) in _FIELDS.items():
        pair = change.said.get(field)
        if isinstance(pair, list) and len(pair) == 2:
            yield str(label), words(pair[0]), words(pair[1])


def _day(value: Any) -> str:
    return day(date.fromisoformat(value)) if value else _("no end")


def _plain(value: Any) -> str:
    return "" if value is None else str(value)


def _place(value: Any) -> str:
    return str(value) if value else _("at the top")


def _yes(value: Any) -> str:
    return _("yes") if value else _("no")


_FIELDS: Mapping[str, tuple[Promise, Callable[[Any], str]]] = {
    "name": (gettext_lazy("name"), _plain),
    "headcount": (gettext_lazy("employees"), _plain),
    "above": (gettext_lazy("stands under"), _place),
    "until": (gettext_lazy("last day"), _day),
    "minimum": (gettext_lazy("shown from so many answers"), _plain),
    "language": (gettext_lazy("language"), _plain),
    "lends_rooms": (gettext_lazy("rooms without an account"), _yes),
}

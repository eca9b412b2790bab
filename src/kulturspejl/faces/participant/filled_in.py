"""A page drawn once for all groups that differ in number and names alone, and filled in for each of them.

Drawn is a page with marks where a group's own stands; what is filled in is never kept. Marks are new at every drawing,
so nobody can type one.
"""

import re
import secrets
from collections.abc import Hashable, Sequence
from dataclasses import fields, replace
from typing import Any

from django.template import Context
from django.template.base import render_value_in_context
from django.template.loader import render_to_string

from kulturspejl.faces.shared.templatetags.regions import END, KEY, MARKS, key_of
from kulturspejl.readers.rooms.on_phone import Phone
from kulturspejl.readers.rooms.regions.group import GroupView

BYTES = 12
PLAIN = (str, int, bool, type(None))
Parts = Sequence[str]
_said = Context()


class Mark(str):
    """Stands where something is filled in; a template may ask it what it asks of a moment."""

    def isoformat(self) -> str:
        """As a moment is written."""
        return self


class Drawings:
    """The pages of one ring, in the language that is spoken."""

    def __init__(self) -> None:
        self._marks = secrets.token_hex(BYTES)
        self._cut = re.compile(f"{self._marks}({KEY}|{END}|\\d{{4}})")
        self._drawn: dict[Hashable, tuple[Parts, Phone]] = {}

    def page(self, view: Phone) -> str:
        """The page's parts for this view, sign by sign what a template alone would say."""
        group, own = (None, ()) if view.group is None else self._marked(view.group)
        key = _key_of_view(view, group)
        if key not in self._drawn:
            shown = {"phone": replace(view, group=group), MARKS: self._marks}
            # The view is kept beside it, for its key says which objects stand in it.
            self._drawn[key] = self._cut.split(render_to_string("participant/now.html", shown)), view
        return _filled(self._drawn[key][0], own)

    def _marked(self, group: GroupView) -> tuple[GroupView, Sequence[object]]:
        """The group with marks for all that is its own, and what belongs in their places."""
        own: list[object] = []
        known: dict[object, Any] = {}

        def mark(value: object) -> Any:
            if value not in known:
                known[value] = Mark(f"{self._marks}{len(own):04}")
                own.append(value)
            return known[value]

        def place(value: object) -> Any:
            """A place of its own, also for what stands elsewhere as well."""
            own.append(value)
            return Mark(f"{self._marks}{len(own) - 1:04}")

        walk = group.walk
        marked = replace(
            group, number=place(group.number), owner=group.owner and mark(group.owner),
            members=tuple((mark(one), place(name)) for one, name in group.members),
            headings=tuple(
                (place(name), tuple((label, place(line)) for label, line in lines)) for name, lines in group.headings
            ),
            carried=tuple(
                (key, tuple((item, label, place(line)) for item, label, line in lines)) for key, lines in group.carried
            ),
            walk=walk and replace(walk, walked=place(walk.walked), since=walk.since and place(walk.since.isoformat())),
        )  # fmt: skip
        return marked, own


def _key_of_view(view: Phone, group: GroupView | None) -> Hashable:
    """Two views with the same key are drawn alike: the same plain values, the very same others, groups alike."""
    rest = (getattr(view, field.name) for field in fields(view) if field.name != "group")
    return (group, *(one if isinstance(one, PLAIN) else id(one) for one in rest))


def _filled(parts: Parts, own: Sequence[object]) -> str:
    """The page with what belongs in its places, and the keys of the regions that they stand in."""
    told: list[str] = [parts[0]]
    opened: list[int] = []
    for code, text in zip(parts[1::2], parts[2::2], strict=True):
        if code == KEY:
            opened.append(len(told))
            told.append("")
        elif code == END:
            at = opened.pop()
            told[at] = key_of("".join(told[at + 1 :])[1:])
        else:
            told.append(render_value_in_context(own[int(code)], _said))
        told.append(text)
    return "".join(told)

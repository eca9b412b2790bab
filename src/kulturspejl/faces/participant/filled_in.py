"""A page drawn once for all groups that differ in number and names alone, and filled in for each of them.

Drawn is a page with marks where a region begins and ends, and where a group's own stands; what is filled in is never
kept. Marks are new at every drawing, so nobody can type one.
"""

import secrets
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Any

from django.template import Context
from django.template.base import render_value_in_context
from django.template.loader import render_to_string
from django.utils.html import conditional_escape

from kulturspejl.faces.shared.templatetags.regions import END, KEY, MARKS, key_of, name_in
from kulturspejl.live.carried import Page, Part
from kulturspejl.readers.rooms.on_phone import Phone
from kulturspejl.readers.rooms.regions.group import GroupView

BYTES = 12
LONG = len(KEY)
"""Each mark is followed by what it marks, in so many signs."""
PLAIN = frozenset({str, int, bool, type(None)})
_plainly = Context()
_others = attrgetter(*(field.name for field in fields(Phone) if field.name != "group"))


class Mark(str):
    """Stands where something is filled in; a template may ask it what it asks of a moment."""

    def isoformat(self) -> str:
        """As a moment is written."""
        return self


@dataclass(frozen=True)
class Region:
    """One as it is drawn: its element as far as the key, what follows, text and places in turn, and its end."""

    opening: str
    texts: Sequence[str]
    places: Sequence[int]
    closing: str

    def filled(self, own: Sequence[object]) -> Part:
        """With what belongs in its places, and the key of it all."""
        told = [self.texts[0]]
        for place, text in zip(self.places, self.texts[1:], strict=True):
            told += _said(own[place]), text
        content = "".join(told)
        key = key_of(content[1:])
        return Part(f"{self.opening}{key}{content}{self.closing}", name_in(self.opening), key)


class Drawings:
    """The pages of one ring, in the language that is spoken."""

    def __init__(self) -> None:
        self._marks = secrets.token_hex(BYTES)
        self._drawn: dict[Hashable, tuple[Sequence[Part | Region], Phone]] = {}

    def page(self, view: Phone) -> Page:
        """The page's parts for this view, sign by sign what a template alone would say."""
        group, own = (None, ()) if view.group is None else self._marked(view.group)
        key = _key_of_view(view, group)
        if key not in self._drawn:
            shown = {"phone": replace(view, group=group), MARKS: self._marks}
            # The view is kept beside it, for its key says which objects stand in it.
            self._drawn[key] = self._cut(render_to_string("participant/now.html", shown)), view
        return Page([one.filled(own) if isinstance(one, Region) else one for one in self._drawn[key][0]])

    def _cut(self, drawn: str) -> Sequence[Part | Region]:
        """At its regions, of which none stands in another. What has no place in it is the same for all, and done."""
        between, *marked = drawn.split(self._marks)
        found: list[Part | Region] = []
        opening, texts, places = "", [""], [0]
        for code, text in ((one[:LONG], one[LONG:]) for one in marked):
            if code == KEY:
                before, sign, tag = between.rpartition("<")
                found.append(Part(before))
                opening, texts, places = sign + tag, [text], []
            elif code == END:
                closing, sign, between = text.partition(">")
                region = Region(opening, texts, places, closing + sign)
                found.append(region if places else region.filled(()))
            else:
                places.append(int(code))
                texts.append(text)
        return [*found, Part(between)]

    def _marked(self, group: GroupView) -> tuple[GroupView, Sequence[object]]:
        """The group with marks for all that is its own, and what belongs in their places."""
        own: list[object] = []
        known: dict[object, Any] = {}

        def mark(value: object) -> Any:
            if value not in known:
                known[value] = place(value)
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


def _said(value: object) -> str:
    """As a template says it: a word is escaped, a number and a moment are written as the language does as well."""
    return conditional_escape(value) if type(value) is str else render_value_in_context(value, _plainly)


def _key_of_view(view: Phone, group: GroupView | None) -> Hashable:
    """Two views with the same key are drawn alike: the same plain values, the very same others, groups alike."""
    return (group, *(one if type(one) in PLAIN else id(one) for one in _others(view)))

"""What a unit keeps of a team's own meeting: where it stood, between two marks, and nothing of anybody's answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kulturspejl.core.text import NOTHING, REQUIRED, Text, joined
from kulturspejl.core.writing.sentence import filled, quoted, short

BETWEEN = Text(da="mellem {low} og {high} af {most}", en="between {low} and {high} of {most}")
FROM_TO = Text(da="{low}–{high}", en="{low}–{high}")
LINE = Text(da="{asked} {band}.", en="{asked} {band}.")
NAMED = Text(da="{asked}: {band}.", en="{asked}: {band}.")
HEAVIEST = Text(da="{column}: mest {cards}.", en="{column}: most {cards}.")
SCARCEST = Text(da="{column}: mindst {cards}.", en="{column}: least {cards}.")
MOST_NAMED = 2
"""More cards in one band are not named: then there is nothing to begin with."""
COLUMNS = 2


@dataclass(frozen=True)
class KeptItem:
    """One thing that was asked, and between which two marks all who answered it stand together; `scale` is its column,
    "" for none."""

    id: str
    label: Text
    low: float
    high: float
    scale: str = ""


@dataclass(frozen=True)
class KeptPart:
    """One question of a meeting. `answers` is how many answered the item that most did; `scales` are (id, label).

    Of an item that too few answered there is nothing. Two are the same question (`same`) where exercise, its version,
    part and scale are: other words are another question.
    """

    exercise: str
    version: str
    part: str
    label: Text
    least: int
    most: int
    answers: int
    items: tuple[KeptItem, ...]
    scales: tuple[tuple[str, Text], ...] = ()

    @property
    def same(self) -> tuple[str, str, str, int, int]:
        """What two have in common that may stand beside each other."""
        return self.exercise, self.version, self.part, self.least, self.most

    def band_of(self, item: str) -> KeptItem | None:
        """Where they stood at one thing asked."""
        return next((one for one in self.items if one.id == item), None)

    def gap(self) -> tuple[tuple[KeptItem, ...], tuple[KeptItem, ...]]:
        """The cards in the highest band of the first column and in the lowest of the second; both empty without two.

        Found from the bands, not from the means: a name that the means had decided would tell more than the bands do.
        """
        if len(self.scales) != COLUMNS:
            return (), ()
        first, second = ([one for one in self.items if one.scale == id] for id, _label in self.scales)
        if not first or not second:
            return (), ()
        top, bottom = max(one.low for one in first), min(one.low for one in second)
        return tuple(one for one in first if one.low == top), tuple(one for one in second if one.low == bottom)

    def to_json(self) -> dict[str, Any]:
        """What is stored."""
        return {
            "exercise": self.exercise, "version": self.version, "part": self.part, "label": _kept(self.label),
            "least": self.least, "most": self.most, "answers": self.answers,
            "items": [[one.id, _kept(one.label), one.low, one.high, one.scale] for one in self.items],
            "scales": [[id, _kept(label)] for id, label in self.scales],
        }  # fmt: skip

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "KeptPart":
        """What was stored, read back. Raises KeyError, TypeError or ValueError where it is not ours."""
        return cls(
            data["exercise"], data["version"], data["part"], Text(**data["label"]), data["least"], data["most"],
            data["answers"],
            tuple(KeptItem(id, Text(**label), low, high, scale) for id, label, low, high, scale in data["items"]),
            tuple((id, Text(**label)) for id, label in data["scales"]),
        )  # fmt: skip


def between(item: KeptItem, most: int) -> Text:
    """ "mellem 5 og 6 af 10"."""
    return filled(BETWEEN, low=short(item.low), high=short(item.high), most=most)


def from_to(item: KeptItem) -> Text:
    """ "3,5–4", for a table."""
    return filled(FROM_TO, low=short(item.low), high=short(item.high))


def said(part: KeptPart) -> Text:
    """The whole of it in a sentence or two: the gap where there are two columns, else each thing asked."""
    if part.scales:
        return joined(_gap_said(part))
    return joined([_line(one, part.most) for one in part.items])


def _line(item: KeptItem, most: int) -> Text:
    asks = all(item.label.into(language).endswith("?") for language in REQUIRED)
    band = between(item, most)
    if not asks:
        return filled(NAMED, asked=item.label, band=band)
    return filled(LINE, asked=item.label, band=band.each(lambda words, _language: words[:1].upper() + words[1:]))


def _gap_said(part: KeptPart) -> list[Text]:
    found = zip(part.scales, (HEAVIEST, SCARCEST), part.gap(), strict=True) if len(part.scales) == COLUMNS else ()
    return [filled(says, column=label, cards=_named(cards)) for (_id, label), says, cards in found if _few(cards)]


def _few(cards: Sequence[KeptItem]) -> bool:
    return 0 < len(cards) <= MOST_NAMED


def _named(cards: Sequence[KeptItem]) -> Text:
    return joined([quoted(one.label) for one in cards], between=", ")


def _kept(text: Text) -> dict[str, str]:
    return dict((text or NOTHING).words)

"""A part as a room may see it: made once when it is shown, and kept so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import NOTHING, REQUIRED, Text, joined
from kulturspejl.core.writing.sentence import filled

HAVE_ANSWERED = Text(da="{count} har svaret.", en="{count} have answered.")
GROUP_HAS_ANSWERED = Text(da="1 gruppe har svaret.", en="1 group has answered.")
GROUPS_HAVE_ANSWERED = Text(da="{count} grupper har svaret.", en="{count} groups have answered.")
COUNTED_AS = Text(da="{label}: {value}.", en="{label}: {value}.")
ALONE = Text(da="{value}.", en="{value}.")
TOO_FEW_HERE = Text(da="for få svar", en="too few answers")
NOT_BY_ITSELF = Text(da="vises ikke for sig", en="not shown by itself")
"""Of what goes together with others because one or two have it, or because one or two have it not."""
Answers = Sequence[Mapping[str, Any]]
Stretch = tuple[int, int, int]
"""(from, to, how many) of neighbouring numbers."""
Row = tuple[Text, Text, float]
"""(label, value as written, share 0 to 1)."""
Counted = tuple[Text, tuple[tuple[Text, int], ...], int]
"""(what was asked, or NOTHING; how many by what they chose; out of how many)."""


class Least(Enum):
    """What decides from how many answers something is shown; the numbers stand in the policy (disclosure/room)."""

    WORDS = "words"  # as they were written
    MEAN = "mean"
    MEAN_OF_EACH_SIDE = "mean of each side"
    COUNTS = "counts"


@dataclass(frozen=True)
class Picture:
    """One way in which a kind can be shown; `name` stands in TOML, `levels` are those that it may be shown at."""

    name: str
    least: Least
    levels: tuple[Visibility, ...] = (Visibility.AGGREGATE,)

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Place:
    """Where people stand on a line: `at` is the middle; `start` to `end` hold the middle half, None where too few."""

    at: float
    start: float | None = None
    end: float | None = None

    @property
    def half(self) -> tuple[float, float] | None:
        """From where to where the middle half lies."""
        return (self.start, self.end) if self.start is not None and self.end is not None else None


@dataclass(frozen=True)
class PartPicture:
    """`hidden` says why there is nothing, and then the rest is empty.

    `lines` are (question or None, what was written); `rows` are (label, value as written, share 0 to 1). `web` holds
    mean points per question by letter, of "now" and "wish" as far as they were asked. `places` is where all of them
    stand, by item, and `stacks` how many in which stretch of numbers, by item or scale, as (from, to, how many); what
    has too few answers is in neither. `means` are (how many, mean) of each item whose mean stands in the rows, for the
    report over several classes and for what a unit keeps of its team's meeting. `counted` are numbers of people as they
    may be told, for a spreadsheet. `sentence` says all of it; `told` is what of the sentence does not stand in the rows
    already. A row without a value is a heading.
    """

    hidden: Text | None = None
    lines: tuple[tuple[Text | None, str], ...] = ()
    rows: tuple[Row, ...] = ()
    sentence: Text = NOTHING
    told: Text = NOTHING
    web: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    stacks: Mapping[str, tuple[Stretch, ...]] = field(default_factory=dict)
    means: Mapping[str, tuple[int, float]] = field(default_factory=dict)
    counted: tuple[Counted, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """What a room stores."""
        return {
            "hidden": _row(self.hidden) if self.hidden else None,
            "web": {period: dict(means) for period, means in self.web.items()},
            "lines": [[_row(label) if label else None, line] for label, line in self.lines],
            "rows": [[_row(label), _row(value), share] for label, value, share in self.rows],
            "sentence": _row(self.sentence), "told": _row(self.told),
            "places": {item: [one.at, one.start, one.end] for item, one in self.places.items()},
            "stacks": {id: [list(one) for one in stretches] for id, stretches in self.stacks.items()},
            "means": {item: list(one) for item, one in self.means.items()},
            "counted": [
                [_row(asked), [[_row(what), count] for what, count in rows], people]
                for asked, rows, people in self.counted
            ],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "PartPicture":
        """What a room stored, read back."""
        return cls(
            hidden=_text(data["hidden"]) if data["hidden"] else None,
            lines=tuple((_text(label) if label else None, line) for label, line in data["lines"]),
            rows=tuple((_text(label), _text(value), share) for label, value, share in data["rows"]),
            sentence=_text(data["sentence"]), told=_text(data.get("told", ("", ""))), web=data.get("web", {}),
            places={item: Place(*one) for item, one in data.get("places", {}).items()},
            stacks={id: tuple((a, b, n) for a, b, n in rows) for id, rows in data.get("stacks", {}).items()},
            means={item: (count, mean) for item, (count, mean) in data.get("means", {}).items()},
            counted=tuple(
                (_text(asked), tuple((_text(what), count) for what, count in rows), people)
                for asked, rows, people in data.get("counted", ())
            ),
        )


def said(count: int) -> Text:
    """How many have answered, as a sentence."""
    return filled(HAVE_ANSWERED, count=count)


def groups_said(count: int) -> Text:
    """How many groups have, where one of each has written for all in it."""
    return GROUP_HAS_ANSWERED if count == 1 else filled(GROUPS_HAVE_ANSWERED, count=count)


def all_said(answers: Answers, rows: Iterable[Row]) -> Text:
    """How many have answered, and every row in words."""
    return joined([said(len(answers)), *(_row_said(label, value) for label, value, _share in rows)])


def given(item: str, answers: Answers) -> list[int]:
    """The numbers of whoever has answered it."""
    return [one[item] for one in answers if one.get(item) is not None]


def _row_said(label: Text, value: Text) -> Text:
    """A heading is followed by what stands under it."""
    if value == NOTHING:
        return label
    return filled(COUNTED_AS, label=label, value=value) if label != NOTHING else filled(ALONE, value=value)


def _row(text: Text) -> list[Any]:
    """[Danish, English], and {further language: words} where there are any."""
    others = {language: words for language, words in text.words.items() if language not in REQUIRED}
    return [*(text.words[language] for language in REQUIRED), *([others] if others else [])]


def _text(row: Sequence[Any]) -> Text:
    da, en, *others = row
    return Text(da, en, **(others[0] if others else {}))

"""A point in a field of four: a number on each of two axes."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from kulturspejl.core.kinds.base.checking import kept
from kulturspejl.core.kinds.base.counts import counted
from kulturspejl.core.kinds.base.form import LABEL, SAYS, STAYS, Group, KindForm, Rows, Way, Words
from kulturspejl.core.kinds.base.guide import Guide
from kulturspejl.core.kinds.base.items import Item, ids_of
from kulturspejl.core.kinds.base.numbers import Numbered
from kulturspejl.core.kinds.base.paper import Field as PaperField
from kulturspejl.core.kinds.base.paper import Page, Square, Texts
from kulturspejl.core.kinds.base.part import PartHead, Values
from kulturspejl.core.kinds.base.picture import Answers, Least, PartPicture, Picture
from kulturspejl.core.kinds.base.thresholds import Thresholds
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.core.toml.keys import id_of, once, one_of, text_or_none
from kulturspejl.core.toml.table import Table

FIELDS = Picture("fields", Least.COUNTS)
"""How many stand in which of four fields."""
SQUARE = 6
"""Numbers on an axis of a field: an even count, so that every point lies in one of the four."""
ENDS = ("low", "high")
AXES = ("x", "y")
CORNERS = (("low", "high"), ("high", "high"), ("low", "low"), ("high", "low"))
"""The four fields as one reads them: x and y of each."""
BOTH = Text(
    da="Vælg et tal på begge linjer, så punktet har en plads.",
    en="Choose a number on both lines, so that the point has a place.",
)


@dataclass(frozen=True, kw_only=True)
class Axis(Item):
    """What its two ends are called."""

    low: Text
    high: Text


@dataclass(frozen=True)
class Corner(Item):
    """One of the four; `corner` is where it lies: (low or high on x, low or high on y)."""

    corner: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Field(Numbered):
    """The items are its four fields; what gets a number are the two axes, x and then y."""

    items: tuple[Corner, ...]
    least: int = 1
    most: int = SQUARE
    axes: tuple[Axis, ...] = ()

    kind = "field"
    pictures = (FIELDS,)
    guide = Guide(
        holds=Text(
            da="et punkt: akserne `[step.part.x]` og `[step.part.y]` med `label`, `low` og `high`, og fire "
            "items, hver med sit `x` og `y` (`low` eller `high`), en `label` og `says`",
            en="a point: axes `[step.part.x]` and `[step.part.y]` with `label`, `low`, `high`, and four items, "
            "each with its `x` and `y` (`low` or `high`), a `label` and `says`",
        ),
        shown=Text(da="`fields` ved V3", en="`fields` at V3"),
    )
    form = KindForm(
        called=Text(da="Et felt med fire hjørner", en="A field with four corners"),
        says=Text(
            da="Hver sætter sit punkt mellem to linjer, der krydser hinanden.",
            en="Everybody puts a point between two lines that cross.",
        ),
        ways=(
            Way(
                Visibility.AGGREGATE, "fields",
                Text(da="Skærmen viser, hvor mange der er hvor", en="The wall shows how many are where"),
            ),
            STAYS,
        ),
        groups=tuple(
            Group(
                name, called,
                (
                    Words("label", Text(da="Det handler linjen om", en="What the line is about"), 60),
                    Words("low", low, 60), Words("high", high, 60),
                ),
            )
            for name, called, low, high in (
                ("x", Text(da="Linjen på tværs", en="The line across"), Text(da="Til venstre", en="To the left"),
                 Text(da="Til højre", en="To the right")),
                ("y", Text(da="Linjen opad", en="The line upwards"), Text(da="Forneden", en="Below"),
                 Text(da="Foroven", en="Above")),
            )
        ),
        rows=(
            Rows(
                "item", Text(da="Felt", en="Field"), (LABEL, SAYS),
                fixed=tuple(
                    (called, {"x": x, "y": y})
                    for called, (x, y) in zip(
                        (
                            Text(da="Øverst til venstre", en="Upper left"),
                            Text(da="Øverst til højre", en="Upper right"),
                            Text(da="Nederst til venstre", en="Lower left"),
                            Text(da="Nederst til højre", en="Lower right"),
                        ),
                        CORNERS, strict=True,
                    )
                ),
            ),
        ),
    )  # fmt: skip

    @classmethod
    def read(cls, row: Table, head: PartHead) -> Self:
        """Each of the four lies in a corner of its own."""
        corners = tuple(map(_corner, row.rows("item", by="id")))
        once(row, "item", ids_of(corners))
        if len({item.corner for item in corners}) != len(CORNERS):
            row.fault(
                "item", "De fire felter ligger ikke i hver sit hjørne.", "The four fields are not in a corner each.",
                'Skriv fire [[step.part.item]], hver med sit x og y: "low" eller "high".',
                'Write four [[step.part.item]], each with its own x and y: "low" or "high".',
            )  # fmt: skip
        return cls(corners, axes=tuple(_axis(row.table(axis), axis) for axis in AXES))

    @property
    def statements(self) -> Sequence[Item]:
        """The two axes."""
        return self.axes

    @property
    def corners(self) -> tuple[Corner, ...]:
        """The four as one reads them, the upper two first."""
        by_corner = {item.corner: item for item in self.items}
        return tuple(by_corner[corner] for corner in CORNERS)

    def field_of(self, point: Mapping[str, int]) -> Corner:
        """The field that a point lies in. Raises LookupError where the four are not there."""
        half = (self.least + self.most) / 2
        corner = tuple("high" if point[axis.id] > half else "low" for axis in self.axes)
        found = next((item for item in self.items if item.corner == corner), None)
        if found is None:
            raise LookupError(f"there is no field at {corner}")
        return found

    def check(self, values: Mapping[str, object]) -> Values:
        """A point has both its numbers, or it stands nowhere."""
        found = super().check(values)
        return kept(found, dict.fromkeys([axis for axis in ids_of(self.axes) if axis not in found], BOTH))

    def picture(self, asked: Picture, answers: Answers, let: Thresholds) -> PartPicture:
        """How many stand in each of the four; not where in it."""
        stands = Counter(self.field_of(one) for one in answers)
        return counted({item: stands[item] for item in self.items}, let)

    def paper(self, label: str, page: Page) -> Iterator[PaperField]:
        """The four, to put a cross in; then what they mean."""
        upper_left, upper_right, lower_left, lower_right = (page.say(one.label) for one in self.corners)
        x, y = ((page.say(axis.label), page.say(axis.low), page.say(axis.high)) for axis in self.axes)
        yield Square((upper_left, upper_right, lower_left, lower_right), x, y)
        yield Texts(tuple(("", page.say(item.label), page.say(item.says)) for item in self.items if item.says))


def _axis(row: Table, id: str) -> Axis:
    made = Axis(id, row.text("label"), low=row.text("low"), high=row.text("high"))
    row.done()
    return made


def _corner(row: Table) -> Corner:
    x, y = (one_of(row, axis, ENDS, ENDS[0]) for axis in AXES)
    made = Corner(id_of(row), row.text("label"), text_or_none(row, "says"), (x, y))
    row.done()
    return made

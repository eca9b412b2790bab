"""Where people stand together: the picture of kinds whose items are lines."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from kulturspejl.core.kinds.base.items import Item
from kulturspejl.core.kinds.base.picture import TOO_FEW_HERE, Answers, PartPicture, Place, all_said, said
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

FROM_TO = Text(da="{first} til {last}", en="{first} to {last}")
HALF_OF_YOU = Text(da="{at}. Halvdelen: {half}", en="{at}. Half of you: {half}")
Line = TypeVar("Line", bound=Item)


def standing(found: Mapping[Line, Place | None], words: Callable[[Line, Place], Text], answers: Answers) -> PartPicture:
    """Each line's place in `words`; None is of too few."""
    rows = tuple((item.label, words(item, one) if one else TOO_FEW_HERE, 0.0) for item, one in found.items())
    known = {item.id: one for item, one in found.items() if one}
    return PartPicture(rows=rows, sentence=all_said(answers, rows), told=said(len(answers)), places=known)


def with_half(at: Text, half: tuple[Text, Text] | None, *, is_one: bool = False) -> Text:
    """The middle in words, and from where to where the middle half lies; `is_one`: both its ends are the same words."""
    if half is None:
        return at
    first, last = half
    return filled(HALF_OF_YOU, at=at, half=first if is_one else filled(FROM_TO, first=first, last=last))

"""One side of the wall as a value. A unit is a pixel of a screen of 1280 by 720; the style sheet multiplies."""

import uuid
from dataclasses import dataclass

Row = tuple[str, str]
"""A label and its value, as whoever cannot see a picture reads them."""


@dataclass(frozen=True)
class Head:
    """What stands over every side: the exercise, its step, and the line of the step in letters of `size`."""

    exercise: str
    step: str
    question: str
    size: int
    height: float


@dataclass(frozen=True)
class WallSide:
    """`id` is what it is turned up by. `kind` is "task", "seats", "lines", "picture", "hidden",
    "slide", or what is told: "model" or "told".

    `layout` says where the figure stands: "below", "beside" or "" for none. `label` is what a picture answers, and
    `part` "2 af 3" where it has several sides. `cards` are (number or "", words) in `columns` of letters of `size`;
    `svg` is a picture, whose `rows` and `sentence` say the same; `told` is what of it is written, and `credit` whom a
    figure comes from; `before` stands under a picture: where the team stood the last time. `slide` is the id of a
    facilitator's own, and `next_slide` that of the one after it.
    """

    id: str
    kind: str
    head: Head
    layout: str = ""
    todo: tuple[str, ...] = ()
    label: str = ""
    part: str = ""
    cards: tuple[tuple[str, str], ...] = ()
    columns: int = 1
    size: int = 0
    svg: str = ""
    rows: tuple[Row, ...] = ()
    sentence: str = ""
    told: str = ""
    credit: str = ""
    hidden: str = ""
    before: str = ""
    is_beside_agreement: bool = False
    slide: uuid.UUID | None = None
    next_slide: uuid.UUID | None = None

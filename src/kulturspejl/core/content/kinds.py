"""All kinds of content that the house knows. Which of them can be used stands in BUILT and BUILT_IN_EXERCISES."""

from enum import StrEnum


class Kind(StrEnum):
    """What people do with a piece of content; the value is what stands in its TOML as `kind`."""

    ALLOCATION = "allocation"  # points divided over alternatives
    PAIRS = "pairs"  # a mark between two labels, -3 to +3
    ANCHORED_SCALE = "anchored_scale"  # one number, with texts at some of them
    AGREEMENT_ITEMS = "agreement_items"  # statements from "not at all" to "very much", in scales
    CHOICE = "choice"  # one field of several
    FIELD = "field"  # a point in a 2 x 2 field
    BOARD = "board"  # named places for short notes
    SHEET = "sheet"  # one side of a sheet for two sides, read together later
    TALK = "talk"  # a talk with roles and a clock


BUILT = frozenset({Kind.ALLOCATION})
"""As an instrument of its own, which a round asks with."""

BUILT_IN_EXERCISES = frozenset(set(Kind) - {Kind.TALK})
"""As a part of an exercise. A talk is no part: it is the stages and roles of a step."""

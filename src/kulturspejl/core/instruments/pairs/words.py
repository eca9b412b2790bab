"""The house's own wording of what is said of a team that placed itself on six lines."""

from collections.abc import Mapping

from kulturspejl.core.instruments.scale.words import SAID as OF_A_SCALE
from kulturspejl.core.text import Text

SAID: Mapping[str, Text] = {
    **{key: OF_A_SCALE[key] for key in (
        "very_different", "very_different_units", "question_split", "question_units",
    )},
    "lean": Text(
        da="På linjen fra »{low}« til »{high}« ligger svarene nærmest »{end}«: {mean} på en linje fra {least} "
        "til {most}.",
        en="On the line from “{low}” to “{high}” the answers lie nearest to “{end}”: {mean} on a line from {least} to "
        "{most}.",
    ),
    "middle": Text(
        da="På alle seks linjer ligger svarene omkring midten.",
        en="On all six lines the answers lie around the middle.",
    ),
}  # fmt: skip
"""In braces: the two ends of a line, the nearer `end`, its mean place with one decimal, first and last place."""

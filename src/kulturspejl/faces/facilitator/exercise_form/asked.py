"""What the form asks of every exercise and every step; what a part asks, its kind says (core/kinds/base/form.py)."""

from collections.abc import Iterator

from kulturspejl.core import kinds
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.core.content.own_exercise import LONGEST
from kulturspejl.core.kinds.base.form import Asked, KindForm, Lines, Number, Pick, Words
from kulturspejl.core.text import Text
from kulturspejl.readers.rooms.regions.station import WITH_WHOM

HEAD: tuple[Asked, ...] = (
    Words("name", Text(da="Øvelsens navn", en="Name of the exercise"), LONGEST["name"]),
    Words(
        "purpose", Text(da="Hvad er den til for? Én sætning", en="What is it for? One sentence"), LONGEST["purpose"]
    ),
)  # fmt: skip
STEP: tuple[Asked, ...] = (
    Words("title", Text(da="Trinnets navn", en="Name of the step"), LONGEST["title"]),
    Pick(
        "form", Text(da="Hvem sidder man med?", en="Whom does one sit with?"),
        tuple((one.value, WITH_WHOM[one]) for one in Gathering),
    ),
    Number("size", Text(da="Så mange i hver gruppe (kun i grupper)", en="So many in each group (groups only)"), 4),
    Number("minutes", Text(da="Minutter", en="Minutes"), 5),
    Words("wall", Text(da="På skærmen, få ord", en="On the wall, a few words"), LONGEST["wall"]),
    Lines(
        "todo", Text(da="Op til tre ting at gøre, én pr. linje", en="Up to three things to do, one a line"),
        LONGEST["todo"], Text(da="De står på skærmen. Kan udelades.", en="They stand on the wall. May be left out."),
    ),
    Words(
        "phone", Text(da="På telefonerne: Hvad skal man gøre?", en="On the phones: what is one to do?"),
        LONGEST["phone"], is_long=True,
        hint=Text(
            da="Hvem der ser det skrevne, skriver programmet selv bagefter.",
            en="Who sees what is written, the program adds by itself.",
        ),
    ),
    Words(
        "desk", Text(da="Din egen replik, som kun du ser (kan udelades)", en="Your own cue at the desk (optional)"),
        LONGEST["desk"], is_long=True, may_lack=True,
    ),
    Pick("model", Text(da="Figur på skærmen", en="Figure on the wall")),
)  # fmt: skip
PART_LABEL = Words("label", Text(da="Hvad bliver der spurgt om?", en="What is asked?"), LONGEST["label"])


def forms() -> Iterator[tuple[str, KindForm]]:
    """The kinds that a form can make, by the word that stands in TOML."""
    for word, kind in kinds.KINDS.items():
        if kind.form is not None:
            yield word, kind.form


def form_of(kind: object) -> KindForm | None:
    """What a kind asks in a form; None for one that is written in a file alone, and for an unknown one."""
    found = kinds.KINDS.get(str(kind))
    return found.form if found is not None else None

"""From parsed TOML to what a model is taught from: both may be left out, and a model is then only read."""

from kulturspejl.core.content.teaching import LONGEST, Example, ModelPart, Teaching, minutes_to_read
from kulturspejl.core.instruments.allocation.form import LETTERS
from kulturspejl.core.text import REQUIRED, Text
from kulturspejl.core.toml.keys import id_of, one_of, text_or_none
from kulturspejl.core.toml.table import Table


def parse_teaching(whole: Table) -> Teaching | None:
    """The table `teach` of a model; None where the file has none."""
    if "teach" not in whole.values:
        return None
    row = whole.table("teach")
    made = Teaching(
        minutes=row.number("minutes", 1, 30), definition=row.text("definition"), keywords=row.texts("keywords"),
        notes=row.texts("notes"), mistaken=row.text("mistaken"), better=row.text("better"), examples=_examples(row),
    )  # fmt: skip
    if all(one.place == made.examples[0].place for one in made.examples):
        row.fault(
            "example", "En model har to eksempler fra hver sin slags arbejdsplads.",
            "A model has two examples from different kinds of workplaces.",
            "Skriv endnu et [[teach.example]] med et andet place.",
            "Write another [[teach.example]] with another place.",
        )  # fmt: skip
    row.done()
    return made


def parse_parts(whole: Table) -> tuple[ModelPart, ...]:
    """The parts of a model closer by; () where the file has none."""
    return tuple(_part(row) for row in whole.rows("part", by="id")) if "part" in whole.values else ()


def check_length(whole: Table, piece: object) -> None:
    """A fault where a model takes too long to read in one of the languages that everything is written in."""
    for language in REQUIRED:
        minutes = minutes_to_read(piece, language)
        if minutes > LONGEST:
            whole.fault(
                "part", f"Modellen tager {minutes} minutter at læse ({language}).",
                f"The model takes {minutes} minutes to read ({language}).",
                f"Skriv den kortere: højst {LONGEST} minutter.", f"Make it shorter: {LONGEST} minutes at most.",
            )  # fmt: skip


def _part(row: Table) -> ModelPart:
    """Where a culture says what it is, the part need not."""
    culture, regressed = _letter(row, "culture"), _letter(row, "regressed")
    made = ModelPart(
        id=id_of(row), name=_unless(culture or regressed, row, "name"), definition=_unless(culture, row, "definition"),
        culture=culture, regressed=regressed, group=text_or_none(row, "group"), keywords=_list(row, "keywords"),
        signs=_list(row, "signs"), notes=_list(row, "notes"), mistaken=row.text("mistaken"), better=row.text("better"),
        way_back=text_or_none(row, "way_back"), examples=_examples(row), ask=row.text("ask"),
    )  # fmt: skip
    row.done()
    return made


def _letter(row: Table, name: str) -> str:
    return one_of(row, name, LETTERS, LETTERS[0]) if name in row.values else ""


def _unless(said: str, row: Table, name: str) -> Text | None:
    return text_or_none(row, name) if said else row.text(name)


def _list(row: Table, name: str) -> tuple[Text, ...]:
    return row.texts(name) if name in row.values else ()


def _examples(row: Table) -> tuple[Example, ...]:
    found = []
    for one in row.rows("example", by="place"):
        found.append(Example(one.text("place"), one.text("text")))
        one.done()
    return tuple(found)

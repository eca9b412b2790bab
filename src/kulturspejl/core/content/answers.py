"""Is an answer complete and does it add up? If not, a sentence for each field that says what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kulturspejl.core.content.text import Text

LETTERS = ("A", "B", "C", "D")
DIMENSIONS = (1, 2, 3, 4, 5, 6)
DRAWN = "drawn"
IN_DIMENSIONS = "dimensions"
LONGEST_NUMBER = 4


@dataclass(frozen=True)
class AnswerForm:
    """`total` points a dimension (10 or 100); the preferred profile DRAWN as four numbers or IN_DIMENSIONS."""

    total: int
    preferred: str

    def __post_init__(self) -> None:
        if self.total not in (10, 100) or self.preferred not in (DRAWN, IN_DIMENSIONS):
            raise ValueError(f"no such form: {self.total} points, preferred {self.preferred!r}")


@dataclass(frozen=True)
class CheckedAnswers:
    """`values` by key in canonical order, or None with a sentence for each field at fault."""

    values: dict[str, int] | None
    faults: dict[str, Text] = field(default_factory=dict)


def keys_of(form: AnswerForm) -> tuple[str, ...]:
    """The canonical order of an answer's numbers (contracts.md 1)."""
    return tuple(key for block in blocks_of(form) for key in block.keys)


@dataclass(frozen=True)
class Block:
    """Four numbers that belong together and add up to `total`."""

    id: str
    number: int
    period: str
    keys: tuple[str, ...]
    total: int


def blocks_of(form: AnswerForm) -> tuple[Block, ...]:
    """The blocks of four numbers, in the order they are asked."""
    now = [_dimension("now", number, form.total) for number in DIMENSIONS]
    if form.preferred == DRAWN:
        keys = tuple(f"wish_{letter}" for letter in LETTERS)
        return (*now, Block("wish", 7, "pref", keys, 6 * form.total))
    return (*now, *(_dimension("pref", number, form.total) for number in DIMENSIONS))


def check_answers(instrument: object, form: AnswerForm, answers: Mapping[str, object]) -> CheckedAnswers:
    """Whole numbers from 0, every block adding up to its total, nothing missing and nothing extra.

    Nothing is corrected silently. `instrument` is there for content with fields of its own.
    """
    values: dict[str, int] = {}
    faults: dict[str, Text] = {}
    for block in blocks_of(form):
        _check_block(block, answers, values, faults)
    for key in sorted(set(answers) - set(keys_of(form)))[:20]:
        faults[str(key)[:60]] = Text(da="Feltet hører ikke til her.", en="The field does not belong here.")
    return CheckedAnswers(None if faults else values, faults)


def _dimension(period: str, number: int, total: int) -> Block:
    keys = tuple(f"{period}_d{number}_{letter}" for letter in LETTERS)
    return Block(f"{period}_d{number}", number, period, keys, total)


def _check_block(
    block: Block, answers: Mapping[str, object], values: dict[str, int], faults: dict[str, Text]
) -> None:
    numbers = {key: _whole(answers.get(key)) for key in block.keys}
    for key, number in numbers.items():
        if number is None or number < 0:
            faults[key] = _not_a_number(block, answers.get(key))
    good = {key: number for key, number in numbers.items() if number is not None and number >= 0}
    if len(good) < len(numbers):
        return
    values |= good
    used = sum(good.values())
    if used != block.total:
        faults[block.id] = _wrong_sum(block, used)


def _whole(value: object) -> int | None:
    """A whole number out of JSON or a form field; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value if abs(value) < 10**LONGEST_NUMBER else None
    if not isinstance(value, str):
        return None
    digits = value.strip()
    if not digits.isascii() or not digits.isdigit() or len(digits) > LONGEST_NUMBER:
        return None
    return int(digits)


def _not_a_number(block: Block, value: object) -> Text:
    place = _place(block)
    if value is None or value == "":
        return Text(
            da=f"Der mangler et tal {place.da}. Skriv 0, hvis udsagnet ingen point skal have.",
            en=f"A number is missing {place.en}. Write 0 if the statement is to have no points.",
        )
    return Text(
        da=f"Skriv et helt tal fra 0 til {block.total} {place.da}.",
        en=f"Write a whole number from 0 to {block.total} {place.en}.",
    )


def _wrong_sum(block: Block, used: int) -> Text:
    place, over = _place(block), used - block.total
    many = abs(over) != 1
    if over > 0:
        return Text(
            da=f"Der er brugt {used} point af {block.total} {place.da}. Tag {over} point fra.",
            en=f"{used} points of {block.total} are used {place.en}. Take {over} point{'s' * many} away.",
        )
    return Text(
        da=f"Der er brugt {used} point af {block.total} {place.da}. Giv {-over} point mere.",
        en=f"{used} points of {block.total} are used {place.en}. Give {-over} more point{'s' * many}.",
    )


def _place(block: Block) -> Text:
    if block.id == "wish":
        return Text(da="i den ønskede kultur", en="in the preferred culture")
    if block.period == "pref":
        return Text(da=f"i spørgsmål {block.number} om det ønskede", en=f"in question {block.number} on the preferred")
    return Text(da=f"i spørgsmål {block.number}", en=f"in question {block.number}")

"""Letters on the disk: one file each, replaced by id. Those to everybody asked have parts of their own."""

from pathlib import Path

from kulturspejl.core.content.letters import LetterText, parse_letter
from kulturspejl.core.content.short_letters import ShortLetter, parse_short_letter
from kulturspejl.core.text import Text
from kulturspejl.core.toml.faults import ContentError, Fault
from kulturspejl.core.writing.sentence import filled
from kulturspejl.library.sources import Source, read

OF_MANY_PARTS = {"invitation", "result_open"}
REMEDY = Text(
    da="Sammenlign med brevet i programmets egen mappe.",
    en="Compare it with the letter in the program’s own folder.",
)


Letters = dict[str, LetterText]
ShortLetters = dict[str, ShortLetter]


def take(source: Source, found: Letters, short: ShortLetters, sources: dict[str, str]) -> list[Fault]:
    """Add the folder's letters to `found` and `short`; returns the faults of those that cannot be used."""
    faults: list[Fault] = []
    for file in sorted((source.path / "letters").glob("*.toml")):
        name = f"{source.name}/letters/{file.name}"
        try:
            letter = _letter(file, name)
        except ContentError as error:
            faults += error.faults
            continue
        if isinstance(letter, LetterText):
            found[letter.id] = letter
        else:
            short[letter.id] = letter
        sources[f"letters/{letter.id}"] = source.name
    return faults


def _letter(file: Path, name: str) -> LetterText | ShortLetter:
    data = read(file, name)
    if data.get("id") != file.stem:
        wrong = Text(
            da="Filen og id hedder ikke det samme.", en="The file and the id do not have the same name."
        )
        remedy = filled(Text(da='Skriv id = "{stem}".', en='Write id = "{stem}".'), stem=file.stem)
        raise ContentError([Fault(name, "id", wrong, remedy)])
    try:
        return parse_letter(data) if file.stem in OF_MANY_PARTS else parse_short_letter(data)
    except ValueError as error:
        wrong = filled(
            Text(da="Brevet kan ikke bruges ({error}).", en="The letter cannot be used ({error})."),
            error=error,
        )
        raise ContentError([Fault(name, "letter", wrong, REMEDY)]) from error

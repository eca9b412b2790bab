"""What somebody asks on a day, in each language: left as the programme has it, or in words of their own."""

from collections.abc import Iterable

from kulturspejl.core.content.programme import Programme
from kulturspejl.core.text import NOTHING, Text

AT_HOME = Text(da="Til derhjemme:", en="To do at home:")
"""Begins the line of the homework that names the exercises which there was no time for."""


def as_written(programme: Programme, words: str, names: Iterable[Text] = ()) -> Text:
    """A question or homework left as in `programme` is that in each of its languages; own words are the same.

    `names` are of exercises, for the line about what is done at home.
    """
    asked, rest = _known(programme, words)
    lines, called = rest.split("\n"), {said: name for name in names for said in name.words.values()}
    return asked.each(
        lambda said, language: said.strip() + "\n".join(_line(one, called, language) for one in lines)
    )


def _known(programme: Programme, words: str) -> tuple[Text, str]:
    """What of it is the programme's, and what stands after that."""
    for text in (*programme.check_ins, programme.homework):
        for said in filter(None, map(str.strip, text.words.values())):
            if words == said or words.startswith(f"{said}\n"):
                return text, words.removeprefix(said)
    return NOTHING, words


def _line(line: str, called: dict[str, Text], language: str) -> str:
    begins = next(filter(line.startswith, AT_HOME.words.values()), "")
    if not begins:
        return line
    names = line.removeprefix(begins).strip().split(", ")
    said = (called[one].into(language) if one in called else one for one in names)
    return f"{AT_HOME.into(language)} {', '.join(said)}"

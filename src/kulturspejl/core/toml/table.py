"""One table of parsed TOML, asked key by key: whatever is missing, mistyped or unknown is noted, never raised."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from kulturspejl.core.text import CODE, REQUIRED, Text, written
from kulturspejl.core.toml.faults import Fault

DANISH = {"da": "danske", "en": "engelske"}
ENGLISH = {"da": "Danish", "en": "English"}


@dataclass(frozen=True)
class Table:
    """`path` is where the table stands in `file` ("dimension.3"); `faults` is shared by a whole piece of content."""

    values: Mapping[str, Any]
    file: str
    path: str
    faults: list[Fault]
    asked: set[str] = field(default_factory=set)

    def text(self, name: str) -> Text:
        """A text in Danish and English, and in each further language that the file has."""
        raw = self._get(name)
        if isinstance(raw, str):
            self.fault(
                name, "Teksten står uden sprog.", "The text names no language.",
                f'Skriv {name}.da = "…" og {name}.en = "…".', f'Write {name}.da = "…" and {name}.en = "…".',
            )  # fmt: skip
            return Text(da=raw, en=raw)
        words = raw if isinstance(raw, Mapping) else {}
        return Text(**written(words) | {language: self._said(name, words, language) for language in REQUIRED})

    def texts(self, name: str) -> tuple[Text, ...]:
        """A list of texts: as many in each language as in Danish, and at least one."""
        raw = self._get(name)
        words = raw if isinstance(raw, Mapping) else {}
        lists = {language: _strings(words.get(language)) for language in (*REQUIRED, *_others(words))}
        if not lists["da"] or len(set(map(len, lists.values()))) > 1:
            self._not_as_many(name, lists)
            return ()
        rows = zip(*lists.values(), strict=True)
        return tuple(Text(**dict(zip(lists, row, strict=True))) for row in rows)

    def word(self, name: str, default: str | None = None) -> str:
        """A string that is no text to be read; "" after a fault."""
        raw = self._get(name, default)
        if isinstance(raw, str) and raw.strip():
            return raw.strip()
        if raw != default:
            self.fault(name, "Her skal stå et ord.", "This must be a word.",
                       f'Skriv {name} = "…".', f'Write {name} = "…".')  # fmt: skip
        elif default is None:
            self._missing(name, f'{name} = "…"')
        return default or ""

    def ids(self, name: str, example: str) -> tuple[str, ...]:
        """A list of ids that may be left out; `example` is one of them."""
        found = self._get(name, [])
        if isinstance(found, list) and all(isinstance(one, str) for one in found):
            return tuple(found)
        self.fault(
            name, "Her skal stå en liste af id’er.", "This must be a list of ids.",
            f'Skriv {name} = ["{example}"].', f'Write {name} = ["{example}"].',
        )  # fmt: skip
        return ()

    def number(self, name: str, least: int, most: int) -> int:
        """A whole number; `least` after a fault."""
        raw = self._get(name)
        if isinstance(raw, int) and not isinstance(raw, bool) and least <= raw <= most:
            return raw
        self.fault(
            name, f"Her skal stå et helt tal fra {least} til {most}.",
            f"This must be a whole number from {least} to {most}.",
            f"Skriv for eksempel {name} = {least}.", f"Write for example {name} = {least}.",
        )  # fmt: skip
        return least

    def table(self, name: str) -> "Table":
        """A table in the table; an empty one after a fault."""
        raw = self._get(name)
        if not isinstance(raw, Mapping):
            self._missing(name, f"[{self.key(name)}]")
        return Table(raw if isinstance(raw, Mapping) else {}, self.file, self.key(name), self.faults)

    def rows(self, name: str, by: str) -> list["Table"]:
        """Tables in a list, each called by its own `by` ("culture.A"); by its place where it has none."""
        raw = self._get(name)
        rows = [row for row in raw if isinstance(row, Mapping)] if isinstance(raw, list) else []
        if not rows or len(rows) != len(raw or ()):
            self._missing(name, f"[[{self.key(name)}]]")
        names = [row.get(by) for row in rows]
        called = [one if isinstance(one, str | int) else place for place, one in enumerate(names, start=1)]
        return [
            Table(row, self.file, f"{self.key(name)}.{one}", self.faults)
            for row, one in zip(rows, called, strict=True)
        ]

    def done(self) -> None:
        """Every key that nobody asked for is noted: most often it is misspelt."""
        for name in self.values:
            if name not in self.asked:
                near = get_close_matches(name, self.asked - set(self.values), n=1)
                remedy = (
                    (f"Mente du {near[0]}?", f"Did you mean {near[0]}?")
                    if near
                    else ("Slet den.", "Delete it.")
                )
                self.fault(name, "Nøglen kendes ikke.", "The key is unknown.", *remedy)

    def key(self, name: str) -> str:
        """`name` with the path before it."""
        return f"{self.path}.{name}" if self.path else name

    def fault(self, name: str, da: str, en: str, remedy_da: str, remedy_en: str) -> None:
        """Note what is wrong with `name`, and what to do."""
        self.faults.append(
            Fault(self.file, self.key(name), Text(da=da, en=en), Text(da=remedy_da, en=remedy_en))
        )

    def _get(self, name: str, default: object = None) -> Any:
        self.asked.add(name)
        return self.values.get(name, default)

    def _said(self, name: str, words: Mapping[str, Any], language: str) -> str:
        said = words.get(language)
        if isinstance(said, str) and said.strip():
            return said.strip()
        self.fault(
            f"{name}.{language}", f"Den {DANISH[language]} tekst mangler.", f"The {ENGLISH[language]} text is missing.",
            f'Skriv {name}.{language} = "…".', f'Write {name}.{language} = "…".',
        )  # fmt: skip
        return ""

    def _not_as_many(self, name: str, lists: Mapping[str, Sequence[str]]) -> None:
        others = [language for language in lists if language not in REQUIRED]
        counts = {language: len(texts) for language, texts in lists.items()}
        more = "".join(f", {language}: {counts[language]}" for language in others)
        self.fault(
            name, f"Tekster på dansk: {counts['da']}, på engelsk: {counts['en']}{more}.",
            f"Texts in Danish: {counts['da']}, in English: {counts['en']}{more}.",
            f'Skriv lige mange: {name}.da = ["…"] og {name}.en = ["…"].',
            f'Write as many of each: {name}.da = ["…"] and {name}.en = ["…"].',
        )  # fmt: skip

    def _missing(self, name: str, line: str) -> None:
        self.fault(
            name, "Det mangler i filen.", "It is missing in the file.", f"Skriv {line}.", f"Write {line}."
        )


def _others(words: Mapping[str, Any]) -> list[str]:
    """The further languages of a list of texts."""
    return [one for one in words if one not in REQUIRED and CODE.fullmatch(one) and isinstance(words[one], list)]


def _strings(raw: object) -> Sequence[str]:
    words = raw if isinstance(raw, list) else []
    return [word.strip() for word in words if isinstance(word, str) and word.strip()]

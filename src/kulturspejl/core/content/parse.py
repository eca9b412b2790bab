"""From parsed TOML to an instrument, with every fault found on the way."""

import string
from collections.abc import Mapping, Sequence
from typing import Any

from kulturspejl.core.content.faults import ContentError, Fault
from kulturspejl.core.content.instrument import AllocationInstrument, Axis, Culture, Dimension, Regressed
from kulturspejl.core.content.text import Text
from kulturspejl.core.disclosure.released import Line
from kulturspejl.core.scoring.reading import TEMPLATES, ReadingTexts

LETTERS = ("A", "B", "C", "D")


def instrument_from_json(data: Mapping[str, Any]) -> AllocationInstrument:
    """What a round stored, read back. Raises ContentError."""
    return parse_instrument(data, file="round")


def parse_instrument(data: Mapping[str, Any], *, file: str) -> AllocationInstrument:
    """An allocation instrument from its parsed TOML. Raises ContentError with all faults, each with its key."""
    reader = _Reader(data, file)
    made = reader.instrument()
    if reader.faults or made is None:
        raise ContentError(reader.faults)
    return made


class _Reader:
    """Walks the table once and notes what is missing."""

    def __init__(self, data: Mapping[str, Any], file: str) -> None:
        self.data, self.file = data, file
        self.faults: list[Fault] = []

    def instrument(self) -> AllocationInstrument | None:
        """The instrument, or None when a fault makes it meaningless."""
        head = self._table(self.data, "instrument", "instrument")
        dimensions = [self._dimension(row, index) for index, row in enumerate(self._rows("dimension"), start=1)]
        if [one.number for one in dimensions] != [1, 2, 3, 4, 5, 6]:
            self._fault("dimension", "der skal være seks, nummereret 1 til 6.", "there must be six, numbered 1 to 6.")
        cultures = {row.get("letter", ""): self._culture(row) for row in self._rows("culture")}
        regressed = {row.get("letter", ""): self._regressed(row) for row in self._rows("regressed")}
        for name, found in (("culture", cultures), ("regressed", regressed)):
            if set(found) != set(LETTERS):
                self._fault(f"{name}.letter", "der skal være ét for hvert af A, B, C og D.", "one for each of A, B, C, D.")
        reading = self._reading()
        if self.faults or reading is None:
            return None
        return AllocationInstrument(
            id=str(head.get("id", "")), version=str(head.get("version", "")),
            name=self._text(head, "name", "instrument.name"), credit=self._text(head, "credit", "instrument.credit"),
            instruction_now=self._text(head, "instruction_now", "instrument.instruction_now"),
            instruction_preferred=self._text(head, "instruction_preferred", "instrument.instruction_preferred"),
            instruction_drawn=self._text(head, "instruction_drawn", "instrument.instruction_drawn"),
            no_right_answer=self._text(head, "no_right_answer", "instrument.no_right_answer"),
            seconds_a_block=int(head.get("seconds_a_block", 45)),
            axes=[Axis(str(row.get("id", "")), self._text(row, "low", "axis.low"), self._text(row, "high", "axis.high"))
                  for row in self._rows("axis")],
            dimensions=dimensions, cultures=cultures, regressed=regressed, reading=reading,
            guide=self._texts(self._table(self.data, "conversation", "conversation"), "question", "conversation.question"),
            raw=self.data,
        )  # fmt: skip

    def _dimension(self, row: Mapping[str, Any], index: int) -> Dimension:
        key = f"dimension.{index}"
        return Dimension(
            number=int(row.get("number", 0)), id=str(row.get("id", "")), label=self._text(row, "label", f"{key}.label"),
            stem=self._text(row, "stem", f"{key}.stem"),
            statements={letter: self._text(row, letter, f"{key}.{letter}") for letter in LETTERS},
        )  # fmt: skip

    def _culture(self, row: Mapping[str, Any]) -> Culture:
        key = f"culture.{row.get('letter', '?')}"
        return Culture(
            letter=str(row.get("letter", "")), id=str(row.get("id", "")), name=self._text(row, "name", f"{key}.name"),
            text=self._text(row, "text", f"{key}.text"), keywords=self._texts(row, "keywords", f"{key}.keywords"),
            leadership=self._texts(row, "leadership", f"{key}.leadership"), gift=self._text(row, "gift", f"{key}.gift"),
            watch=self._text(row, "watch", f"{key}.watch"),
        )  # fmt: skip

    def _regressed(self, row: Mapping[str, Any]) -> Regressed:
        key = f"regressed.{row.get('letter', '?')}"
        return Regressed(
            letter=str(row.get("letter", "")), name=self._text(row, "name", f"{key}.name"),
            signs=self._texts(row, "signs", f"{key}.signs"),
            no_room_for=self._texts(row, "no_room_for", f"{key}.no_room_for"),
        )  # fmt: skip

    def _reading(self) -> ReadingTexts | None:
        table = self._table(self.data, "reading", "reading")
        templates = {name: self._text(table, name, f"reading.{name}") for name in TEMPLATES}
        in_sentence = self._table(table, "culture", "reading.culture")
        cultures = {letter: self._text(in_sentence, letter, f"reading.culture.{letter}") for letter in LETTERS}
        for name, text in templates.items():
            if _places(text.da) != _places(text.en):
                self._fault(f"reading.{name}", "de to sprog har ikke de samme pladser i {}.",
                            "the two languages do not have the same places in {}.")  # fmt: skip
        if self.faults:
            return None
        return ReadingTexts(
            templates={name: Line(text.da, text.en) for name, text in templates.items()},
            cultures={letter: Line(text.da, text.en) for letter, text in cultures.items()},
        )

    def _table(self, table: Mapping[str, Any], name: str, key: str) -> Mapping[str, Any]:
        found = table.get(name)
        if isinstance(found, Mapping):
            return found
        self._fault(key, "tabellen mangler.", "the table is missing.")
        return {}

    def _rows(self, name: str) -> Sequence[Mapping[str, Any]]:
        found = self.data.get(name)
        if isinstance(found, list) and all(isinstance(row, Mapping) for row in found):
            return found
        self._fault(name, "tabellerne mangler.", "the tables are missing.")
        return []

    def _text(self, table: Mapping[str, Any], name: str, key: str) -> Text:
        raw = table.get(name)
        texts = raw if isinstance(raw, Mapping) else {}
        for language in ("da", "en"):
            if not isinstance(texts.get(language), str) or not texts[language].strip():
                self._fault(f"{key}.{language}", "teksten mangler.", "the text is missing.")
        return Text(da=str(texts.get("da", "")).strip(), en=str(texts.get("en", "")).strip())

    def _texts(self, table: Mapping[str, Any], name: str, key: str) -> list[Text]:
        raw = table.get(name)
        texts = raw if isinstance(raw, Mapping) else {}
        danish, english = texts.get("da"), texts.get("en")
        if not isinstance(danish, list) or not isinstance(english, list) or not danish or len(danish) != len(english):
            self._fault(key, "de to sprog skal have lige mange ord.", "the two languages must have as many words each.")
            return []
        return [Text(da=str(da), en=str(en)) for da, en in zip(danish, english, strict=True)]

    def _fault(self, key: str, da: str, en: str) -> None:
        self.faults.append(
            Fault(self.file, key, Text(da=da, en=en),
                  Text(da=f"Skriv {key} i filen.", en=f"Write {key} in the file."))  # fmt: skip
        )


def _places(template: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(template) if name}
    except ValueError:
        return {f"broken braces in {template!r}"}

"""What a model is taught from, in one language: for its page, for the desk, and for the sheet that is printed."""

from collections.abc import Sequence
from dataclasses import dataclass

from kulturspejl.core.content.model import Model
from kulturspejl.core.content.teaching import Example, ModelPart, minutes_to_read
from kulturspejl.core.text import Text
from kulturspejl.readers import instruments


@dataclass(frozen=True)
class PartView:
    """One part closer by; "" and () for what it does not have. `group` stands where a new one begins."""

    id: str
    name: str
    term: str
    group: str
    definition: str
    strength: str
    watch: str
    keywords: tuple[str, ...]
    leadership: tuple[str, ...]
    signs: tuple[str, ...]
    no_room_for: tuple[str, ...]
    way_back: str
    notes: tuple[str, ...]
    mistaken: str
    better: str
    examples: tuple[tuple[str, str], ...]
    ask: str


@dataclass(frozen=True)
class TeachingView:
    """`minutes` to say the notes, `reading` minutes to read the page; `examples` are (place, what happened)."""

    id: str
    name: str
    idea: str
    minutes: int
    reading: int
    definition: str
    keywords: tuple[str, ...]
    notes: tuple[str, ...]
    mistaken: str
    better: str
    examples: tuple[tuple[str, str], ...]
    ask: tuple[str, ...]
    parts: tuple[PartView, ...]
    credit: str


def teaching_of(model: Model, language: str) -> TeachingView | None:
    """None for a model that has only its page."""
    teach = model.teach
    if teach is None:
        return None
    return TeachingView(
        id=model.id, name=model.name.into(language), idea=model.idea.into(language), minutes=teach.minutes,
        reading=minutes_to_read(model, language), definition=teach.definition.into(language),
        keywords=_into(teach.keywords, language), notes=_into(teach.notes, language),
        mistaken=teach.mistaken.into(language), better=teach.better.into(language),
        examples=_examples(teach.examples, language), ask=_into(model.ask, language),
        parts=_parts(model.parts, language), credit=model.credit.into(language),
    )  # fmt: skip


def _parts(parts: Sequence[ModelPart], language: str) -> tuple[PartView, ...]:
    groups = [_said(one.group, language) for one in parts]
    return tuple(
        _part(one, language, "" if place and group == groups[place - 1] else group)
        for place, (one, group) in enumerate(zip(parts, groups, strict=True))
    )


def _part(part: ModelPart, language: str, group: str) -> PartView:
    """Where a culture is named, the culture profile says what it is called and what it means."""
    profile = instruments.culture_profile()
    culture, slip = profile.cultures.get(part.culture), profile.regressed.get(part.regressed)
    name = part.name or (culture.called if culture else slip.name if slip else None)
    return PartView(
        id=part.id, name=_said(name, language), term=_said(culture.term if culture else None, language), group=group,
        definition=_said(part.definition or (culture.text if culture else None), language),
        strength=_said(culture.gift if culture else None, language),
        watch=_said(culture.watch if culture else None, language),
        keywords=_into(culture.keywords if culture else part.keywords, language),
        leadership=_into(culture.leadership if culture else (), language),
        signs=_into(slip.signs if slip else part.signs, language),
        no_room_for=_into(slip.no_room_for if slip else (), language), way_back=_said(part.way_back, language),
        notes=_into(part.notes, language), mistaken=part.mistaken.into(language), better=part.better.into(language),
        examples=_examples(part.examples, language), ask=part.ask.into(language),
    )  # fmt: skip


def _said(text: Text | None, language: str) -> str:
    return text.into(language) if text else ""


def _into(texts: Sequence[Text], language: str) -> tuple[str, ...]:
    return tuple(one.into(language) for one in texts)


def _examples(examples: Sequence[Example], language: str) -> tuple[tuple[str, str], ...]:
    return tuple((one.place.into(language), one.text.into(language)) for one in examples)

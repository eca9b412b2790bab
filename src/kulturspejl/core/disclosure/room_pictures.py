"""What a room may see of a part that was filled in: made once when it is shown, and never from more answers later."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from statistics import fmean
from typing import Any

from kulturspejl.core.content.contributions import CHOICE, SIDE
from kulturspejl.core.content.exercise import Item, Part, Picture
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.room_places import (
    Place,
    between,
    field_of,
    given,
    lowest,
    on_line,
    on_scale,
    place_of,
    together,
)
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.profile.form import LETTERS, ON_PAPER, blocks_asked
from kulturspejl.core.text import NOTHING, REQUIRED, Text, joined
from kulturspejl.core.writing.numbers import half_up
from kulturspejl.core.writing.sentence import as_it_is, filled, n_of, quoted

FEWEST_LINES = 3
"""Unsigned notes of a class: under three, a line has an author."""
FEWEST_OF_A_KIND = 3
"""A category of one or two goes together with others."""
COUNTED = (Picture.COUNTS, Picture.PULL, Picture.FIELDS, Picture.NUMBERS)
LEAST_APART = 0.5
"""Of a step on the scale: less than that between two sides is called alike."""
OTHERS = Text(da="Andre retninger", en="Other directions")
THE_REST = Text(da="Andre svar", en="Other answers")
ONE_SIDED = Text(
    da="Svarene kan ikke vises uden at vise, hvad enkelte har valgt. Tal om det i stedet.",
    en="The answers cannot be shown without showing what single people chose. Talk about it instead.",
)
FEW_NEW = Text(
    da="For få har skrevet noget nyt, siden det blev vist sidst. Tal om det i stedet.",
    en="Too few have written something new since it was shown last. Talk about it instead.",
)
TOO_FEW_HERE = Text(da="for få svar", en="too few answers")
MEANS_FROM_TO = Text(
    da="Tallene er gennemsnit fra {least} ({low}) til {most} ({high}).",
    en="The numbers are means from {least} ({low}) to {most} ({high}).",
)
COUNTED_AS = Text(da="{label}: {value}.", en="{label}: {value}.")
ALONE = Text(da="{value}.", en="{value}.")
LOWEST = Text(da="Lavest ligger: {items} Begynd talen dér.", en="Lowest is: {items} Begin the talk there.")
ALIKE = Text(da="De to sider ser det næsten ens.", en="The two sides see it almost alike.")
FURTHEST_APART = Text(
    da="Siderne er længst fra hinanden på {scale}. Begynd dér.",
    en="The sides are furthest apart on {scale}. Begin there.",
)
TOO_FEW = Text(
    da="Der er for få svar endnu. Det kan vises, når mindst {least} har svaret.",
    en="There are too few answers yet. It can be shown when at least {least} have answered.",
)
TOO_FEW_ON_A_SIDE = Text(
    da="Den ene side har for få svar. Det kan vises, når mindst {least} fra hver side har svaret.",
    en="One side has too few answers. It can be shown when at least {least} from each side have answered.",
)
HAVE_ANSWERED = Text(da="{count} har svaret.", en="{count} have answered.")
Answers = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class PartPicture:
    """`hidden` says why there is nothing, and then the rest is empty.

    `lines` are (question or None, what was written); `rows` are (label, value as written, share 0 to 1). `web` holds
    mean points per question by letter, of "now" and "wish" as far as they were asked. `places` is where all of them
    stand, by item; what has too few answers is not in it. `sentence` says all of it; `told` is what of the sentence
    does not stand in the rows already. A row without a value is a heading.
    """

    hidden: Text | None = None
    lines: tuple[tuple[Text | None, str], ...] = ()
    rows: tuple[tuple[Text, Text, float], ...] = ()
    sentence: Text = NOTHING
    told: Text = NOTHING
    web: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """What a room stores."""
        return {
            "hidden": _row(self.hidden) if self.hidden else None,
            "web": {period: dict(means) for period, means in self.web.items()},
            "lines": [[_row(label) if label else None, line] for label, line in self.lines],
            "rows": [[_row(label), _row(value), share] for label, value, share in self.rows],
            "sentence": _row(self.sentence), "told": _row(self.told),
            "places": {item: [one.at, one.start, one.end] for item, one in self.places.items()},
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "PartPicture":
        """What a room stored, read back."""
        return cls(
            hidden=_text(data["hidden"]) if data["hidden"] else None,
            lines=tuple((_text(label) if label else None, line) for label, line in data["lines"]),
            rows=tuple((_text(label), _text(value), share) for label, value, share in data["rows"]),
            sentence=_text(data["sentence"]), told=_text(data.get("told", ("", ""))), web=data.get("web", {}),
            places={item: Place(*one) for item, one in data.get("places", {}).items()},
        )


def least_for(part: Part, policy: Policy) -> int:
    """How many must have answered before the part is shown."""
    if part.picture is Picture.LINES and part.visibility is Visibility.TEAM and part.role:
        return 1  # One writes what a whole group has agreed on: nobody stands behind it alone.
    if part.picture is Picture.LINES:
        return FEWEST_LINES if part.visibility is Visibility.TEAM else policy.open_answers
    return policy.distribution if part.picture in COUNTED else policy.mean


def picture_of(part: Part, answers: Answers, policy: Policy, rng: Random) -> PartPicture:
    """The picture of all `answers` to `part`; hidden with a sentence where there are too few for it."""
    least = least_for(part, policy)
    if len(answers) < least:
        return PartPicture(hidden=_too_few(least))
    if part.picture not in _PICTURES:
        raise ValueError(f"{part.id} has no picture that a room can show")
    return _PICTURES[part.picture](part, answers, policy, rng)


def tells_apart(before: PartPicture, after: PartPicture) -> bool:
    """Whether two showings of lines differ by one or two lines: those have an author, who came or left in between."""
    old, new = Counter(before.lines), Counter(after.lines)
    return any(0 < more.total() < FEWEST_LINES for more in (old - new, new - old))


def _lines(part: Part, answers: Answers, _policy: Policy, rng: Random) -> PartPicture:
    """Each question's lines in an order of chance of its own, so that no two lines stand beside each other as one's."""
    lines: list[tuple[Text | None, str]] = []
    for item in part.items:
        written = [one[item.id] for one in answers if item.id in one]
        rng.shuffle(written)
        lines += [(item.label if len(part.items) > 1 else None, line) for line in written]
    return PartPicture(lines=tuple(lines), sentence=_said(len(answers)))


def _scales(part: Part, answers: Answers, policy: Policy, _rng: Random) -> PartPicture:
    rows = tuple(_bar(part, item.label, given(item.id, answers), policy) for item in part.items)
    low, high = part.low or NOTHING, part.high or NOTHING
    ends = filled(MEANS_FROM_TO, least=part.least, low=low, most=part.most, high=high)
    return PartPicture(rows=rows, sentence=joined([_said(len(answers)), ends]))


def _counts(part: Part, answers: Answers, _policy: Policy, _rng: Random) -> PartPicture:
    """Everything under three goes into one rest; a rest of one or two takes the smallest of the others along.

    Where something goes into the rest, what nobody chose goes there too: else it would tell who the rest is.
    """
    counts = {item: sum(one[CHOICE] == item.id for one in answers) for item in part.items}
    shown = {item: count for item, count in counts.items() if count >= FEWEST_OF_A_KIND}
    rest = len(answers) - sum(shown.values())
    if rest == 0:
        shown = counts
    while 0 < rest < FEWEST_OF_A_KIND and shown:
        rest += shown.pop(min(shown, key=lambda item: shown[item]))
    if not shown:
        return PartPicture(hidden=ONE_SIDED)
    found = sorted(((item.label, count) for item, count in shown.items()), key=lambda row: -row[1])
    others = OTHERS if part.picture is Picture.PULL else THE_REST
    rows = found + ([(others, rest)] if rest else [])
    said = _said(len(answers))
    return PartPicture(
        rows=tuple((label, n_of(count, len(answers)), count / len(answers)) for label, count in rows),
        sentence=joined([said, *(filled(COUNTED_AS, label=label, value=count) for label, count in rows)]),
        told=said,
    )


def _profile(part: Part, answers: Answers, _policy: Policy, _rng: Random) -> PartPicture:
    """Each letter's points over all questions and people, in points per question: mean of n x 6 numbers.

    Means alone, and none of a single question: from five answers on, as in a round (policy.mean).
    """
    web: dict[str, dict[str, float]] = {}
    for period in dict.fromkeys(block.period for block in blocks_asked(part.asks)):
        blocks = [block for block in blocks_asked(part.asks) if block.period == period]
        questions = sum(block.total for block in blocks) / ON_PAPER.total
        web[period] = {
            letter: sum(one[block.keys[place]] for one in answers for block in blocks) / (len(answers) * questions)
            for place, letter in enumerate(LETTERS)
        }
    return PartPicture(web=web, sentence=_said(len(answers)))


def _places(part: Part, answers: Answers, policy: Policy, _rng: Random) -> PartPicture:
    """One team's middle on each line; from eight answers the middle half too. The lines are never summed."""
    found = {item: place_of(given(item.id, answers), policy, by_median=True) for item in part.items}
    rows = tuple((item.label, between(item, one) if one else TOO_FEW_HERE, 0.0) for item, one in found.items())
    return PartPicture(rows=rows, sentence=_all_said(answers, rows), told=_said(len(answers)), places=_known(found))


def _line(part: Part, answers: Answers, policy: Policy, _rng: Random) -> PartPicture:
    """One team's mean on the line for each thing asked; from eight answers the middle half too."""
    found = {item: place_of(given(item.id, answers), policy, by_median=False) for item in part.items}
    rows = tuple((item.label, on_line(part, one) if one else TOO_FEW_HERE, 0.0) for item, one in found.items())
    return PartPicture(rows=rows, sentence=_all_said(answers, rows), told=_said(len(answers)), places=_known(found))


def _known(found: Mapping[Item, Place | None]) -> dict[str, Place]:
    return {item.id: one for item, one in found.items() if one}


def _numbers(part: Part, answers: Answers, policy: Policy, _rng: Random) -> PartPicture:
    """People from different units: how many stand where, in stretches of at least three; no mean of them."""
    rows: list[tuple[Text, Text, float]] = []
    for item in part.items:
        if len(part.items) > 1:
            rows.append((item.label, NOTHING, 0.0))
        chosen = given(item.id, answers)
        if len(chosen) < policy.distribution:
            rows.append((NOTHING, TOO_FEW_HERE, 0.0))
            continue
        counts = {number: chosen.count(number) for number in range(part.least, part.most + 1)}
        for first, last, count in together(counts):
            said = str(first) if first == last else f"{first}–{last}"
            rows.append((as_it_is(said), n_of(count, len(chosen)), count / len(chosen)))
    return PartPicture(rows=tuple(rows), sentence=_all_said(answers, rows), told=_said(len(answers)))


def _elements(part: Part, answers: Answers, policy: Policy, _rng: Random) -> PartPicture:
    """A mean a scale. The statement that lies lowest is named without its number: there the talk begins."""
    rows = [_bar(part, scale.label, on_scale(part, scale.id, answers), policy) for scale in part.scales]
    said, first = _all_said(answers, rows), lowest(part, answers, policy)
    if not first:
        return PartPicture(rows=tuple(rows), sentence=said, told=_said(len(answers)))
    begin = filled(LOWEST, items=joined(quoted(item.label) for item in first))
    return PartPicture(
        rows=tuple(rows), sentence=joined([said, begin]), told=joined([_said(len(answers)), begin])
    )


def _sides(part: Part, answers: Answers, policy: Policy, _rng: Random) -> PartPicture:
    """A mean a scale for each side, both from policy.mean on; where one side has too few, nothing of the other either.

    Else the one side would be shown alone, and the two could be taken apart by who was there. The largest difference
    is named: it is what the two sides came to talk about.
    """
    by_side = [[one for one in answers if one[SIDE] == side.id] for side in part.sides]
    if min(map(len, by_side)) < policy.mean:
        return PartPicture(hidden=filled(TOO_FEW_ON_A_SIDE, least=policy.mean))
    rows: list[tuple[Text, Text, float]] = []
    apart: list[tuple[float, Text]] = []
    for scale in part.scales:
        rows.append((scale.label, NOTHING, 0.0))
        means = [on_scale(part, scale.id, given) for given in by_side]
        for side, one in zip(part.sides, means, strict=True):
            rows.append(_bar(part, side.label, one, policy))
        if all(len(one) >= policy.mean for one in means):
            apart.append((abs(fmean(means[0]) - fmean(means[1])), scale.label))
    said, count = _all_said(answers, rows), _said(len(answers))
    most = max(apart, key=lambda one: one[0], default=(0.0, NOTHING))
    if most[0] < LEAST_APART:
        return PartPicture(rows=tuple(rows), sentence=joined([said, ALIKE]), told=joined([count, ALIKE]))
    differ = filled(FURTHEST_APART, scale=most[1].each(lambda words, _language: words.lower()))
    return PartPicture(rows=tuple(rows), sentence=joined([said, differ]), told=joined([count, differ]))


def _bar(part: Part, label: Text, means: Sequence[float], policy: Policy) -> tuple[Text, Text, float]:
    if len(means) < policy.mean:
        return label, TOO_FEW_HERE, 0.0
    mean = half_up(fmean(means))
    # The bar is as long as its number says.
    share = (float(mean) - part.least) / max(1, part.most - part.least)
    return label, n_of(float(mean), part.most), share


def _fields(part: Part, answers: Answers, policy: Policy, rng: Random) -> PartPicture:
    """How many stand in which of the four fields; not where in it."""
    return _counts(part, [{CHOICE: field_of(part, one).id} for one in answers], policy, rng)


def _all_said(answers: Answers, rows: Iterable[tuple[Text, Text, float]]) -> Text:
    return joined([_said(len(answers)), *(_row_said(label, value) for label, value, _share in rows)])


def _row_said(label: Text, value: Text) -> Text:
    """A heading is followed by what stands under it."""
    if value == NOTHING:
        return label
    return filled(COUNTED_AS, label=label, value=value) if label != NOTHING else filled(ALONE, value=value)


_PICTURES: Mapping[Picture | None, Callable[[Part, Answers, Policy, Random], PartPicture]] = {
    Picture.LINES: _lines,
    Picture.SCALES: _scales,
    Picture.COUNTS: _counts,
    Picture.PULL: _counts,
    Picture.PROFILE: _profile,
    Picture.PLACES: _places,
    Picture.LINE: _line,
    Picture.NUMBERS: _numbers,
    Picture.ELEMENTS: _elements,
    Picture.FIELDS: _fields,
    Picture.SIDES: _sides,
}


def _too_few(least: int) -> Text:
    return filled(TOO_FEW, least=least)


def _said(count: int) -> Text:
    return filled(HAVE_ANSWERED, count=count)


def _row(text: Text) -> list[Any]:
    """[Danish, English], and {further language: words} where there are any."""
    others = {language: words for language, words in text.words.items() if language not in REQUIRED}
    return [*(text.words[language] for language in REQUIRED), *([others] if others else [])]


def _text(row: Sequence[Any]) -> Text:
    da, en, *others = row
    return Text(da, en, **(others[0] if others else {}))

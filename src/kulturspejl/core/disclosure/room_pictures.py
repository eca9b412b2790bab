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
from kulturspejl.core.text import Text

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
NO_WORDS = Text("", "")
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
    sentence: Text = NO_WORDS
    told: Text = NO_WORDS
    web: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """What a room stores."""
        return {
            "hidden": _pair(self.hidden) if self.hidden else None,
            "web": {period: dict(means) for period, means in self.web.items()},
            "lines": [[_pair(label) if label else None, line] for label, line in self.lines],
            "rows": [[_pair(label), _pair(value), share] for label, value, share in self.rows],
            "sentence": _pair(self.sentence), "told": _pair(self.told),
            "places": {item: [one.at, one.start, one.end] for item, one in self.places.items()},
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "PartPicture":
        """What a room stored, read back."""
        return cls(
            hidden=Text(*data["hidden"]) if data["hidden"] else None,
            lines=tuple((Text(*label) if label else None, line) for label, line in data["lines"]),
            rows=tuple((Text(*label), Text(*value), share) for label, value, share in data["rows"]),
            sentence=Text(*data["sentence"]), told=Text(*data.get("told", ("", ""))), web=data.get("web", {}),
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
    rows = tuple(_mean_row(part, item, answers, policy) for item in part.items)
    low, high = part.low or NO_WORDS, part.high or NO_WORDS
    ends = Text(
        da=f" Tallene er gennemsnit fra {part.least} ({low.da}) til {part.most} ({high.da}).",
        en=f" The numbers are means from {part.least} ({low.en}) to {part.most} ({high.en}).",
    )
    said = _said(len(answers))
    return PartPicture(rows=rows, sentence=Text(said.da + ends.da, said.en + ends.en))


def _mean_row(part: Part, item: Item, answers: Answers, policy: Policy) -> tuple[Text, Text, float]:
    given = [one[item.id] for one in answers if item.id in one]
    if len(given) < policy.mean:
        return item.label, TOO_FEW_HERE, 0.0
    tenths = (20 * sum(given) + len(given)) // (2 * len(given))
    mean = f"{tenths // 10}.{tenths % 10}"
    value = Text(da=f"{mean.replace('.', ',')} af {part.most}", en=f"{mean} of {part.most}")
    return item.label, value, (tenths / 10 - part.least) / max(1, part.most - part.least)


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
        rows=tuple((label, _of(count, len(answers)), count / len(answers)) for label, count in rows),
        sentence=Text(
            da=f"{said.da} {' '.join(f'{label.da}: {count}.' for label, count in rows)}",
            en=f"{said.en} {' '.join(f'{label.en}: {count}.' for label, count in rows)}",
        ),
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
            rows.append((item.label, NO_WORDS, 0.0))
        chosen = given(item.id, answers)
        if len(chosen) < policy.distribution:
            rows.append((NO_WORDS, TOO_FEW_HERE, 0.0))
            continue
        counts = {number: chosen.count(number) for number in range(part.least, part.most + 1)}
        for first, last, count in together(counts):
            said = str(first) if first == last else f"{first}–{last}"
            rows.append((Text(said, said), _of(count, len(chosen)), count / len(chosen)))
    return PartPicture(rows=tuple(rows), sentence=_all_said(answers, rows), told=_said(len(answers)))


def _elements(part: Part, answers: Answers, policy: Policy, _rng: Random) -> PartPicture:
    """A mean a scale. The statement that lies lowest is named without its number: there the talk begins."""
    rows = [_bar(part, scale.label, on_scale(part, scale.id, answers), policy) for scale in part.scales]
    said, first = _all_said(answers, rows), lowest(part, answers, policy)
    if not first:
        return PartPicture(rows=tuple(rows), sentence=said, told=_said(len(answers)))
    danish, english = ([item.label.into(language) for item in first] for language in ("da", "en"))
    words = Text(da=" ".join(f"„{one}“" for one in danish), en=" ".join(f"“{one}”" for one in english))
    begin = Text(da=f" Lavest ligger: {words.da} Begynd talen dér.", en=f" Lowest is: {words.en} Begin the talk there.")
    return PartPicture(rows=tuple(rows), sentence=_after(said, begin), told=_after(_said(len(answers)), begin))


def _sides(part: Part, answers: Answers, policy: Policy, _rng: Random) -> PartPicture:
    """A mean a scale for each side, both from policy.mean on; where one side has too few, nothing of the other either.

    Else the one side would be shown alone, and the two could be taken apart by who was there. The largest difference
    is named: it is what the two sides came to talk about.
    """
    by_side = [[one for one in answers if one[SIDE] == side.id] for side in part.sides]
    if min(map(len, by_side)) < policy.mean:
        return PartPicture(hidden=_too_few_on_a_side(policy.mean))
    rows: list[tuple[Text, Text, float]] = []
    apart: list[tuple[float, Text]] = []
    for scale in part.scales:
        rows.append((scale.label, NO_WORDS, 0.0))
        means = [on_scale(part, scale.id, given) for given in by_side]
        for side, one in zip(part.sides, means, strict=True):
            rows.append(_bar(part, side.label, one, policy))
        if all(len(one) >= policy.mean for one in means):
            apart.append((abs(fmean(means[0]) - fmean(means[1])), scale.label))
    said, count = _all_said(answers, rows), _said(len(answers))
    most = max(apart, key=lambda one: one[0], default=(0.0, NO_WORDS))
    if most[0] < LEAST_APART:
        same = Text(da=" De to sider ser det næsten ens.", en=" The two sides see it almost alike.")
        return PartPicture(rows=tuple(rows), sentence=_after(said, same), told=_after(count, same))
    differ = Text(da=f" Siderne er længst fra hinanden på {most[1].da.lower()}. Begynd dér.",
                  en=f" The sides are furthest apart on {most[1].en.lower()}. Begin there.")  # fmt: skip
    return PartPicture(rows=tuple(rows), sentence=_after(said, differ), told=_after(count, differ))


def _after(one: Text, other: Text) -> Text:
    return Text(one.da + other.da, one.en + other.en)


def _bar(part: Part, label: Text, means: Sequence[float], policy: Policy) -> tuple[Text, Text, float]:
    if len(means) < policy.mean:
        return label, TOO_FEW_HERE, 0.0
    mean = fmean(means)
    value = Text(da=f"{mean:.1f} af {part.most}".replace(".", ","), en=f"{mean:.1f} of {part.most}")
    return label, value, (mean - part.least) / (part.most - part.least)


def _fields(part: Part, answers: Answers, policy: Policy, rng: Random) -> PartPicture:
    """How many stand in which of the four fields; not where in it."""
    return _counts(part, [{CHOICE: field_of(part, one).id} for one in answers], policy, rng)


def _all_said(answers: Answers, rows: Iterable[tuple[Text, Text, float]]) -> Text:
    said = _said(len(answers))
    for label, value, _share in rows:
        said = Text(_joined(said.da, label.da, value.da), _joined(said.en, label.en, value.en))
    return said


def _joined(said: str, label: str, value: str) -> str:
    """A heading is followed by what stands under it."""
    if not value:
        return f"{said} {label}"
    return f"{said} {label}: {value}." if label else f"{said} {value}."


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
    return Text(
        da=f"Der er for få svar endnu. Det kan vises, når mindst {least} har svaret.",
        en=f"There are too few answers yet. It can be shown when at least {least} have answered.",
    )


def _too_few_on_a_side(least: int) -> Text:
    return Text(
        da=f"Den ene side har for få svar. Det kan vises, når mindst {least} fra hver side har svaret.",
        en=f"One side has too few answers. It can be shown when at least {least} from each side have answered.",
    )


def _said(count: int) -> Text:
    return Text(da=f"{count} har svaret.", en=f"{count} have answered.")


def _of(count: int, total: int) -> Text:
    return Text(da=f"{count} af {total}", en=f"{count} of {total}")


def _pair(text: Text) -> list[str]:
    return [text.da, text.en]

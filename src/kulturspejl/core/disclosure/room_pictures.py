"""What a room may see of a part that was filled in: made once when it is shown, and never from more answers later."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from kulturspejl.core.content.contributions import CHOICE
from kulturspejl.core.content.exercise import Item, Part, Picture
from kulturspejl.core.content.form import LETTERS, ON_PAPER, blocks_asked
from kulturspejl.core.content.text import Text
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.permissions.visibility import Visibility

FEWEST_LINES = 3
"""Unsigned notes of a class: under three, a line has an author."""
FEWEST_OF_A_KIND = 3
"""A category of one or two goes together with others."""
OTHERS = Text(da="Andre retninger", en="Other directions")
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
    mean points per question by letter, of "now" and "wish" as far as they were asked.
    """

    hidden: Text | None = None
    lines: tuple[tuple[Text | None, str], ...] = ()
    rows: tuple[tuple[Text, Text, float], ...] = ()
    sentence: Text = NO_WORDS
    web: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """What a room stores."""
        return {
            "hidden": _pair(self.hidden) if self.hidden else None,
            "web": {period: dict(means) for period, means in self.web.items()},
            "lines": [[_pair(label) if label else None, line] for label, line in self.lines],
            "rows": [[_pair(label), _pair(value), share] for label, value, share in self.rows],
            "sentence": _pair(self.sentence),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "PartPicture":
        """What a room stored, read back."""
        return cls(
            hidden=Text(*data["hidden"]) if data["hidden"] else None,
            lines=tuple((Text(*label) if label else None, line) for label, line in data["lines"]),
            rows=tuple((Text(*label), Text(*value), share) for label, value, share in data["rows"]),
            sentence=Text(*data["sentence"]), web=data.get("web", {}),
        )


def least_for(part: Part, policy: Policy) -> int:
    """How many must have answered before the part is shown."""
    if part.picture is Picture.LINES:
        return FEWEST_LINES if part.visibility is Visibility.TEAM else policy.open_answers
    return policy.distribution if part.picture in (Picture.COUNTS, Picture.PULL) else policy.mean


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
    rows = found + ([(OTHERS, rest)] if rest else [])
    said = _said(len(answers))
    return PartPicture(
        rows=tuple((label, _of(count, len(answers)), count / len(answers)) for label, count in rows),
        sentence=Text(
            da=f"{said.da} {' '.join(f'{label.da}: {count}.' for label, count in rows)}",
            en=f"{said.en} {' '.join(f'{label.en}: {count}.' for label, count in rows)}",
        ),
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


_PICTURES: Mapping[Picture | None, Callable[[Part, Answers, Policy, Random], PartPicture]] = {
    Picture.LINES: _lines,
    Picture.SCALES: _scales,
    Picture.COUNTS: _counts,
    Picture.PULL: _counts,
    Picture.PROFILE: _profile,
}


def _too_few(least: int) -> Text:
    return Text(
        da=f"Der er for få svar endnu. Det kan vises, når mindst {least} har svaret.",
        en=f"There are too few answers yet. It can be shown when at least {least} have answered.",
    )


def _said(count: int) -> Text:
    return Text(da=f"{count} har svaret.", en=f"{count} have answered.")


def _of(count: int, total: int) -> Text:
    return Text(da=f"{count} af {total}", en=f"{count} of {total}")


def _pair(text: Text) -> list[str]:
    return [text.da, text.en]

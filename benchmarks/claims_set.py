"""The rates of all claims as a picture, a table and a sentence, in both languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kulturspejl.core.text import Text
from kulturspejl.core.writing.numbers import decimal
from kulturspejl.drawing.ink import PAPER
from kulturspejl.drawing.markup import Node, add, picture, render, write

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = {"da": DOCS / "da" / "maalinger.md", "en": DOCS / "en" / "measurements.md"}
BEGIN, END = "<!-- claims: python -m benchmarks.claims -->", "<!-- /claims -->"
LESS = 0.03
"""So much less than it says may a claim be right (docs, the aim)."""
Rates = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Claim:
    """What is said, and in how many of 100 it says that it is right; None where the word promises no number."""

    words: Text
    says: float | None


OF: Mapping[str, Text] = {
    "points": Text(da="Kulturprofilen", en="The culture profile"),
    "seven on 1 to 5": Text(da="Syv udsagn fra 1 til 5", en="Seven statements on 1 to 5"),
    "one on 1 to 10": Text(da="Ét tal fra 1 til 10", en="One number from 1 to 10"),
    "six lines of 7": Text(da="Seks modsætningspar", en="Six trait pairs"),
}
CLAIMS: Mapping[str, Claim] = {
    "most": Claim(Text(da="»fylder mest«", en="“comes first”"), 0.80),
    "maybe_most": Claim(Text(da="»fylder måske mest«", en="“may come first”"), 0.60),
    "wish": Claim(Text(da="»I ønsker jer mere (mindre)«", en="“you wish for more (less)”"), 0.95),
    "no_wish": Claim(Text(da="intet ønske, hvor intet er ønsket", en="no wish where nothing is wished for"), 0.95),
    "another_day": Claim(Text(da="spændet »en anden dag«", en="the range “another day”"), 0.95),
    "today": Claim(Text(da="spændet »alle, i dag«", en="the range “all, today”"), 0.95),
    "since": Claim(Text(da="intet »mere end tilfældigt«, hvor intet er flyttet",
                        en="no “more than chance” where nothing has moved"), 0.95),
    "alike": Claim(Text(da="»nogenlunde ens« om enige", en="“much alike” of the like-minded"), None),
    "very": Claim(Text(da="»meget forskelligt« om to lejre", en="“very differently” of two camps"), None),
    "blind": Claim(Text(da="»meget forskelligt« om blinde kast", en="“very differently” of blind throwing"), None),
    "camps": Claim(Text(da="to lejre bliver set", en="two camps are told"), None),
    "no_camps": Claim(Text(da="ingen lejre hos enige", en="no camps among the like-minded"), None),
}  # fmt: skip
WORDS: Mapping[str, Text] = {
    "title": Text(da="Hvor tit hver påstand i et resultat er rigtig", en="How often each claim of a result is right"),
    "head": Text(
        da="| Svar på | påstand | siger | rigtig, lavest–højest | linjer |",
        en="| answers to | claim | says | right, lowest–highest | lines |",
    ),
    "all": Text(
        da="Hver påstand, der lover et tal, er rigtig mindst så tit, som den siger, minus 3 point: i {lines} af "
        "{lines} linjer. Tættest på at komme til kort er {claim} ({of}, {size}): {right} af 100, hvor den siger "
        "{says}.",
        en="Every claim that promises a number is right at least as often as it says, less 3 points: in {lines} of "
        "{lines} lines. Nearest to falling short is {claim} ({of}, {size}): {right} in 100, where it says {says}.",
    ),
    "some": Text(
        da="I {short} af {lines} linjer er en påstand sjældnere rigtig, end den siger, minus 3 point: "
        "{which}.",
        en="In {short} of {lines} lines a claim is right less often than it says, less 3 points: {which}.",
    ),
    "axis": Text(da="rigtig i så mange af 100 gange", en="right in so many of 100"),
    "tick": Text(da="streg: så tit siger påstanden, den er rigtig", en="bar: how often the claim says it is right"),
    "dot": Text(da="prik: én størrelse af team", en="dot: one size of team"),
}
WIDTH, LEFT, RIGHT, ROW, LOW = 760.0, 330.0, 26.0, 24.0, 0.5


def short(rates: Rates) -> list[Mapping[str, Any]]:
    """Lines whose claim is right less often than it says, less LESS."""
    return [one for one in rates if (says := CLAIMS[one["claim"]].says) is not None and one["right"] < says - LESS]


def rows_of(rates: Rates) -> list[tuple[str, str, list[float]]]:
    """(what was asked, claim, its rates), in the order of the two lists above."""
    found = [
        (of, claim, [one["right"] for one in rates if one["of"] == of and one["claim"] == claim])
        for of in OF for claim in CLAIMS
    ]  # fmt: skip
    return [row for row in found if row[2]]


def sentence(rates: Rates, lang: str) -> str:
    """Whether all that promise a number keep it."""
    promising = [one for one in rates if CLAIMS[one["claim"]].says is not None]
    fell = short(rates)
    if fell:
        which = "; ".join(f"{CLAIMS[one['claim']].words.into(lang)} ({_where(one, lang)})" for one in fell)
        return WORDS["some"].into(lang).format(short=len(fell), lines=len(promising), which=which)
    nearest = min(promising, key=lambda one: one["right"] - (CLAIMS[one["claim"]].says or 0))
    says = CLAIMS[nearest["claim"]].says or 0
    return WORDS["all"].into(lang).format(
        lines=len(promising), claim=CLAIMS[nearest["claim"]].words.into(lang), of=OF[nearest["of"]].into(lang),
        size=_size(nearest["size"], lang), right=_hundred(nearest["right"], lang), says=round(100 * says),
    )  # fmt: skip


def table(rates: Rates, lang: str) -> str:
    """One row a claim."""
    lines = [WORDS["head"].into(lang), "|---|---|---|---|---|"]
    for of, claim, found in rows_of(rates):
        says = CLAIMS[claim].says
        told = "–" if says is None else f"{round(100 * says)}"
        span = f"{_hundred(min(found), lang)}–{_hundred(max(found), lang)}"
        lines.append(f"| {OF[of].into(lang)} | {CLAIMS[claim].words.into(lang)} | {told} | {span} | {len(found)} |")
    return "\n".join(lines)


def figure(rates: Rates, lang: str) -> str:
    """A line a claim from 50 to 100: its dots, and a bar where it says it is right."""
    drawn, rows = Node("g"), rows_of(rates)
    y, before = 42.0, ""
    for of, claim, found in rows:
        if of != before:
            y += 14
            write(drawn, OF[of].into(lang), 10, y, font_size=15, font_weight="700", fill=PAPER("ink"))
            y, before = y + ROW, of
        _line(drawn, claim, found, y, lang)
        y += ROW
    _axis(drawn, y, lang)
    title = WORDS["title"].into(lang)
    root = picture(f"claims-{lang}", width=WIDTH, height=y + 66, title=title, description=sentence(rates, lang),
                   letters="system-ui, 'Segoe UI', Roboto, Arial, sans-serif")  # fmt: skip
    add(root, "rect", width=WIDTH, height=y + 66, fill=PAPER("paper"))
    write(root, title, 10, 24, font_size=17, font_weight="700", fill=PAPER("now"))
    root.append(drawn)
    return render(root)


def _line(root: Node, claim: str, found: Sequence[float], y: float, lang: str) -> None:
    write(root, CLAIMS[claim].words.into(lang), LEFT - 14, y, text_anchor="end", font_size=13, fill=PAPER("ink"))
    add(root, "line", x1=LEFT, y1=y - 4, x2=WIDTH - RIGHT, y2=y - 4, stroke=PAPER("grid"))
    says = CLAIMS[claim].says
    if says is not None:
        add(root, "rect", x=_x(says) - 1.5, y=y - 13, width=3, height=18, fill=PAPER("preferred"))
    for rate in found:
        add(root, "circle", cx=_x(rate), cy=y - 4, r=4.5, fill=PAPER("now"), fill_opacity=0.45)


def _axis(root: Node, y: float, lang: str) -> None:
    for tenth in range(5, 11):
        x = _x(tenth / 10)
        add(root, "line", x1=x, y1=40, x2=x, y2=y - 6, stroke=PAPER("grid"), stroke_dasharray="2 4")
        write(root, str(10 * tenth), x, y + 10, text_anchor="middle", font_size=12, fill=PAPER("ink-soft"))
    write(root, WORDS["axis"].into(lang), (LEFT + WIDTH - RIGHT) / 2, y + 28, text_anchor="middle", font_size=12,
          fill=PAPER("ink-soft"))  # fmt: skip
    add(root, "rect", x=12, y=y + 37, width=3, height=18, fill=PAPER("preferred"))
    write(root, WORDS["tick"].into(lang), 24, y + 51, font_size=12, fill=PAPER("ink"))
    add(root, "circle", cx=LEFT + 60, cy=y + 47, r=4.5, fill=PAPER("now"), fill_opacity=0.45)
    write(root, WORDS["dot"].into(lang), LEFT + 72, y + 51, font_size=12, fill=PAPER("ink"))


def _x(rate: float) -> float:
    return LEFT + (WIDTH - RIGHT - LEFT) * (max(rate, LOW) - LOW) / (1 - LOW)


def _hundred(rate: float, lang: str) -> str:
    return decimal(100 * rate, lang)


def _where(one: Mapping[str, Any], lang: str) -> str:
    return f"{OF[one['of']].into(lang)}, {_size(one['size'], lang)}: {_hundred(one['right'], lang)}"


def _size(size: str, lang: str) -> str:
    """ "8/10 much" as "8 af 10, som er meget forskellige"."""
    numbers, _, differ = size.partition(" ") if "/" in size else (size, "", "")
    of = {"da": " af ", "en": " of "}[lang]
    words = {"much": Text(da="meget forskellige teams", en="teams that differ much"),
             "little": Text(da="teams, der ligner hinanden", en="teams that differ little")}  # fmt: skip
    return numbers.replace("/", of) + (f", {words[differ].into(lang)}" if differ else "")


def block(rates: Rates, lang: str) -> str:
    """What stands between the marks of a page."""
    alt = WORDS["title"].into(lang)
    shown = f"![{alt}](../pictures/claims-{lang}.svg)"
    return "\n\n".join([BEGIN, shown, sentence(rates, lang), table(rates, lang), END])


def set_into(page: str, rates: Rates, lang: str) -> str:
    """The page with what is between its marks made anew. ValueError where it has none."""
    start, end = page.index(BEGIN), page.index(END) + len(END)
    return page[:start] + block(rates, lang) + page[end:]


def set_all(rates: Rates) -> None:
    """Both pages and both pictures."""
    for lang, page in PAGES.items():
        (DOCS / "pictures" / f"claims-{lang}.svg").write_text(figure(rates, lang) + "\n", encoding="utf-8")
        page.write_text(set_into(page.read_text(encoding="utf-8"), rates, lang), encoding="utf-8")

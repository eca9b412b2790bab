"""What was left out of a reading, on which line, why, and what mends it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kulturspejl.cli.bad_file import BadFile
from kulturspejl.cli.points import most_common_total
from kulturspejl.core.tables.plain_numbers import Numbers
from kulturspejl.core.tables.row import Told
from kulturspejl.core.text import NOTHING, Text, joined
from kulturspejl.core.writing.sentence import exactly, filled

SHOWN = 8
MOST_BLOCKS = 3
NOTHING_USABLE = Text(da="{file}: intet svar kan bruges.", en="{file}: no answer can be used.")
NO_ROWS = Text(da="Der er ingen rækker under overskrifterne.", en="There are no rows below the headings.")
ANOTHER_TOTAL = Text(
    da="De fleste spørgsmål giver {found} point og ikke {total}. Skriv --total {found}.",
    en="Most questions add up to {found} points, not {total}. Say --total {found}.",
)
LINE, LINES = Text(da="linje", en="line"), Text(da="linje", en="lines")
AND_MORE = Text(da=" og {more} til", en=" and {more} more")
PLACES = Text(da="{count} steder", en="{count} places")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """`what` is "row" or the block's name (now_d3, pref_d3, wish); names no person, only the line."""

    line: int
    what: str
    why: Text
    remedy: Text

    def as_json(self) -> dict[str, object]:
        return {
            "line": self.line,
            "what": self.what,
            "why": dict(self.why.words),
            "remedy": dict(self.remedy.words),
        }


def of_told(told: Told) -> LeftOut:
    """What the reader of the table passed over: a row with a cell too many, a title above the headings."""
    return LeftOut(told.line, "row", told.text, NOTHING)


def total_row(line: int, words: str) -> LeftOut:
    """A row of the units that sums up the others."""
    return LeftOut(
        line,
        "row",
        filled(Text(da="»{words}« lægger de andre sammen.", en="“{words}” sums up the others."), words=words[:60]),
        Text(da="Den tæller ikke som enhed.", en="It does not count as a unit."),
    )


def unused_columns(names: Sequence[str], heading_line: int) -> list[LeftOut]:
    """One line for all columns that nothing was made of: a heading that is nearly right must be seen."""
    if not names:
        return []
    some = ", ".join(names[:SHOWN]) + (" …" if len(names) > SHOWN else "")
    return [
        LeftOut(
            heading_line,
            "columns",
            filled(
                Text(da="Kolonner, der ikke er brugt ({count}): {some}.", en="Columns not used ({count}): {some}."),
                count=len(names), some=some,
            ),
            Text(
                da="Ret overskriften, hvis en af dem skal bruges.",
                en="Correct the heading if one of them should be used.",
            ),
        )
    ]


def shares(heading_line: int) -> LeftOut:
    """Said where the numbers were shares of one."""
    return LeftOut(
        heading_line,
        "columns",
        Text(da="Tallene er andele af 1 (0,25).", en="The numbers are shares of 1 (0.25)."),
        Text(da="De er læst som point ud af 100.", en="They are read as points out of 100."),
    )


def nothing_usable(
    path: Path, faults: Sequence[LeftOut], now: Iterable[Numbers], total: int
) -> BadFile:
    """No answer can be used: why, each reason once, and the points of a question where they are another number."""
    found = most_common_total(now)
    told = [filled(NOTHING_USABLE, file=path.name)]
    if not faults:
        told.append(NO_ROWS)
    if found is not None and found != total:
        told.append(filled(ANOTHER_TOTAL, found=found, total=total))
    said = joined(told).each(lambda words, language: "\n".join([words, *by_reason(faults, language)]).strip())
    return BadFile(said.da, said.en)


def by_reason(faults: Sequence[LeftOut], language: str) -> Iterator[str]:
    """One line for each different reason, with the lines and blocks it is about, first come first."""
    groups: dict[tuple[str, str], list[LeftOut]] = {}
    for fault in faults:
        groups.setdefault((fault.why.into(language), fault.remedy.into(language)), []).append(fault)
    for (why, remedy), about in groups.items():
        yield f"  {_where(about, language)}: {why} {remedy}".rstrip()


def _where(about: Sequence[LeftOut], language: str) -> str:
    lines = list(dict.fromkeys(one.line for one in about))
    blocks = list(dict.fromkeys(one.what for one in about))
    more = len(lines) - SHOWN
    word = (LINE if len(lines) == 1 else LINES).into(language)
    rest = filled(AND_MORE, more=more).into(language) if more > 0 else ""
    places = filled(PLACES, count=len(about)).into(language)
    what = ", ".join(blocks) if len(blocks) <= MOST_BLOCKS else places
    return f"{word} {', '.join(map(str, lines[:SHOWN]))}{rest}, {what}"


def nameless_row(line: int, column: str) -> LeftOut:
    return LeftOut(
        line,
        "row",
        filled(Text(da="{column} er tom.", en="{column} is empty."), column=column),
        filled(Text(da="Skriv {column}, eller slet rækken.", en="Fill in {column}, or delete the row."), column=column),
    )


def wordy_block(line: int, block: str) -> LeftOut:
    return LeftOut(
        line,
        block,
        Text(da="En af de fire celler er ikke et tal.", en="One of the four cells is not a number."),
        Text(da="Skriv fire tal.", en="Write four numbers."),
    )


def negative_block(line: int, block: str) -> LeftOut:
    return LeftOut(
        line,
        block,
        Text(da="Et af de fire tal er under nul.", en="One of the four numbers is below zero."),
        Text(da="Ret tallet til nul eller mere.", en="Correct the number to zero or more."),
    )


def gap_in_block(line: int, block: str) -> LeftOut:
    return LeftOut(
        line,
        block,
        Text(da="En af de fire celler er tom.", en="One of the four cells is empty."),
        Text(da="Skriv et tal i alle fire, også nul.", en="Write a number in all four, also zero."),
    )


def wrong_sum(line: int, block: str, found: float, wanted: int) -> LeftOut:
    return LeftOut(
        line,
        block,
        filled(
            Text(
                da="De fire tal giver {found} og ikke {wanted}.",
                en="The four numbers add up to {found}, not {wanted}.",
            ),
            found=exactly(found), wanted=wanted,
        ),
        filled(
            Text(da="Ret dem, så de giver {wanted}.", en="Correct them so that they add up to {wanted}."), wanted=wanted
        ),
    )


def too_few_blocks(line: int) -> LeftOut:
    return LeftOut(
        line,
        "row",
        Text(
            da="Færre end fire af de seks spørgsmål om nu kan bruges.",
            en="Fewer than four of the six questions about now can be used.",
        ),
        Text(
            da="Ret mindst fire af dem, eller slet rækken.",
            en="Mend at least four of them, or delete the row.",
        ),
    )


def no_preferred(line: int) -> LeftOut:
    return LeftOut(
        line,
        "row",
        Text(
            da="Svaret har ingen ønsket profil, og nu, ønsket og forskel skal stå på de samme personer.",
            en="The answer has no preferred profile, and now, preferred and gap must stand on the same persons.",
        ),
        Text(
            da="Udfyld den ønskede profil, eller slet dens kolonner for alle.",
            en="Fill in the preferred profile, or delete its columns for everybody.",
        ),
    )


def rare_wish() -> LeftOut:
    return LeftOut(
        1,
        "preferred",
        Text(
            da="Færre end halvdelen har en ønsket profil. Den er udeladt for alle.",
            en="Fewer than half have a preferred profile. It is left out for everybody.",
        ),
        Text(
            da="Lav en fil med kun dem, der har udfyldt den.",
            en="Make a file of only those who filled it in.",
        ),
    )

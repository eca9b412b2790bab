"""What was left out of a reading, on which line, why, and what mends it."""

from dataclasses import dataclass

from kulturspejl.core.content.text import Text


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
            "why": {"da": self.why.da, "en": self.why.en},
            "remedy": {"da": self.remedy.da, "en": self.remedy.en},
        }


def ragged_row(line: int) -> LeftOut:
    return LeftOut(
        line,
        "row",
        Text(
            da="Rækken har ikke lige så mange celler som overskriften.",
            en="The row has not as many cells as the header.",
        ),
        Text(
            da="Se efter et ekstra eller manglende skilletegn.",
            en="Look for a separator too many or too few.",
        ),
    )


def nameless_row(line: int, column: str) -> LeftOut:
    return LeftOut(
        line,
        "row",
        Text(da=f"{column} er tom.", en=f"{column} is empty."),
        Text(da=f"Skriv {column}, eller slet rækken.", en=f"Fill in {column}, or delete the row."),
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
    da, en = f"{found:g}".replace(".", ","), f"{found:g}"
    return LeftOut(
        line,
        block,
        Text(
            da=f"De fire tal giver {da} og ikke {wanted}.",
            en=f"The four numbers add up to {en}, not {wanted}.",
        ),
        Text(da=f"Ret dem, så de giver {wanted}.", en=f"Correct them so that they add up to {wanted}."),
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

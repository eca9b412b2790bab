"""The drawing of `reveal`: who looks, at which picture, what is seen; made by asking the rule itself, for the docs."""

from collections.abc import Sequence
from dataclasses import dataclass

from kulturspejl.core.permissions.reveal import Case, Seen, Viewer, reveal
from kulturspejl.core.text import Text


@dataclass(frozen=True)
class Sample:
    """A picture of a kind."""

    is_the_teams_own: bool
    is_wide: bool
    is_shared: bool = False
    opens_soon: bool = False
    nobody_was_told: bool = False
    gives_another_away: bool = False


VIEWERS: Sequence[tuple[Text, Viewer]] = (
    (Text(da="den, der har fået en kode", en="whoever got a code"), Viewer(has_a_card=True)),
    (Text(da="enhedens leder", en="the unit’s leader"), Viewer(is_on_the_team=True, leads_above=True)),
    (Text(da="enhedens AMR og TR", en="the unit’s AMR and TR"), Viewer(is_on_the_team=True)),
    (Text(da="en leder højere oppe", en="a leader above"), Viewer(leads_above=True)),
    (Text(da="administrator, HR", en="administrator, HR"), Viewer(counts=True)),
    (Text(da="alle andre", en="everybody else"), Viewer()),
)
PICTURES: Sequence[tuple[Text, Sample]] = (
    (Text(da="teamets eget", en="the team’s own"), Sample(True, False)),
    (Text(da="teamets eget, delt", en="the team’s own, shared"), Sample(True, False, True)),
    (Text(da="teamets eget, bredt", en="the team’s own, wide"), Sample(True, True)),
    (Text(da="kun af dem under, smalt", en="of those below alone, narrow"), Sample(False, False)),
    (Text(da="kun af dem under, bredt", en="of those below alone, wide"), Sample(False, True)),
    (
        Text(da="teamets eget, og rollen kom bagefter", en="the team’s own, and the role came afterwards"),
        Sample(True, False, opens_soon=True),
    ),
    (
        Text(da="det samme, og ingen har fået det at vide", en="the same, and nobody has been told"),
        Sample(True, False, nobody_was_told=True),
    ),
    (
        Text(
            da="bredt eller delt, og andre roller har set resten",
            en="wide or shared, and other roles have seen the rest",
        ),
        Sample(True, True, True, gives_another_away=True),
    ),
)
SEEN = {
    Seen.PICTURE: Text(da="billedet", en="the picture"),
    Seen.QUESTIONS: Text(da="en samtale", en="a conversation"),
    Seen.REASON: Text(da="grunden", en="the reason"),
    Seen.NOTHING: Text(da="intet", en="nothing"),
}
CORNER = Text(da="Hvem \\ billedet er", en="Who \\ the picture is")


def drawing(language: str) -> str:
    """A table in Markdown, each cell with the number of its reason, and the reasons below it in that order."""
    reasons: list[Case] = []
    heads = [CORNER.into(language), *(name.into(language) for name, _ in PICTURES)]
    rows = [heads, ["---"] * len(heads)]
    for who, viewer in VIEWERS:
        cells = [_cell(reveal(viewer, picture), reasons, language) for _, picture in PICTURES]
        rows.append([who.into(language), *cells])
    table = [f"| {' | '.join(cells)} |" for cells in rows]
    told = [f"{number}. {case.why.into(language)}" for number, case in enumerate(reasons, start=1)]
    return "\n".join([*table, "", *told])


def _cell(case: Case, reasons: list[Case], language: str) -> str:
    if case not in reasons:
        reasons.append(case)
    return f"{SEEN[case.seen].into(language)} ({reasons.index(case) + 1})"

"""What is said of a line that cannot be taken in."""

from kulturspejl.core.text import Text

RING = Text(da="Enheden kommer til at ligge under sig selv.", en="The unit would stand under itself.")
NO_NAME = Text(da="Enheden mangler et navn.", en="The unit has no name.")
CLOSED_ABOVE = Text(
    da="Den enhed, linjen skal ligge under, er nedlagt. Luk den op igen, eller vælg en anden.",
    en="The unit that the line is to stand under is closed. Open it again, or choose another.",
)


def twice(word: str) -> Text:
    """An id that two lines have."""
    return Text(da=f"Id »{word[:60]}« står der to gange.", en=f"The id “{word[:60]}” stands there twice.")


def twice_one(name: str) -> Text:
    """Two lines that are one unit."""
    return Text(
        da=f"To linjer er den samme enhed, »{name[:60]}«. Lad én af dem stå.",
        en=f"Two lines are the same unit, “{name[:60]}”. Leave one of them.",
    )


def no_parent(word: str) -> Text:
    """A parent that is neither in the list nor here."""
    return Text(
        da=f"Ingen enhed har id eller navn »{word[:60]}«. Ret overenheden, eller tilføj enheden.",
        en=f"No unit has the id or the name “{word[:60]}”. Correct the parent, or add the unit.",
    )


def several_parents(word: str) -> Text:
    """A parent by a name that several units have."""
    return Text(
        da=f"Flere enheder hedder »{word[:60]}«. Skriv overenhedens id i stedet.",
        en=f"Several units are called “{word[:60]}”. Write the parent's id instead.",
    )


def still_below(name: str, below: str) -> Text:
    """A unit that is to be closed while another stays under it."""
    return Text(
        da=f"»{name[:60]}« kan ikke nedlægges, for »{below[:60]}« bliver liggende under den.",
        en=f"“{name[:60]}” cannot be closed, for “{below[:60]}” stays under it.",
    )


def no_unit(word: str) -> Text:
    """A unit that somebody is to have a permission for."""
    return Text(
        da=f"Ingen enhed har id eller navn »{word[:60]}«.", en=f"No unit has the id or the name “{word[:60]}”."
    )


def several_units(word: str) -> Text:
    """The same by a name that several units have."""
    return Text(
        da=f"Flere enheder hedder »{word[:60]}«. Skriv enhedens id i stedet.",
        en=f"Several units are called “{word[:60]}”. Write the unit's id instead.",
    )

"""What is said of a line that cannot be taken in."""

from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

RING = Text(da="Enheden kommer til at ligge under sig selv.", en="The unit would stand under itself.")
NO_NAME = Text(
    da="Enheden mangler et navn. Skriv det, eller slet linjen.",
    en="The unit has no name. Write it, or delete the line.",
)
CLOSED_ABOVE = Text(
    da="Den enhed, linjen skal ligge under, er nedlagt. Åbn den igen, eller vælg en anden.",
    en="The unit that the line is to stand under is closed. Open it again, or choose another.",
)


def twice(word: str) -> Text:
    """An id that two lines have."""
    return filled(
        Text(da="Id »{word}« står der to gange.", en="The id “{word}” stands there twice."),
        word=word[:60],
    )


def twice_one(name: str) -> Text:
    """Two lines that are one unit."""
    return filled(
        Text(
            da="To linjer er den samme enhed, »{name}«. Lad én af dem stå.",
            en="Two lines are the same unit, “{name}”. Leave one of them.",
        ),
        name=name[:60],
    )


def no_parent(word: str) -> Text:
    """A parent that is neither in the list nor here."""
    return filled(
        Text(
            da="Ingen enhed har id eller navn »{word}«. Ret overenheden, eller tilføj enheden.",
            en="No unit has the id or the name “{word}”. Correct the parent, or add the unit.",
        ),
        word=word[:60],
    )


def several_parents(word: str) -> Text:
    """A parent by a name that several units have."""
    return filled(
        Text(
            da="Flere enheder hedder »{word}«. Skriv overenhedens id i stedet.",
            en="Several units are called “{word}”. Write the parent’s id instead.",
        ),
        word=word[:60],
    )


def still_below(name: str, below: str) -> Text:
    """A unit that is to be closed while another stays under it."""
    return filled(
        Text(
            da="»{name}« kan ikke nedlægges, for »{below}« bliver liggende under den.",
            en="“{name}” cannot be closed, for “{below}” stays under it.",
        ),
        name=name[:60], below=below[:60],
    )


def no_unit(word: str) -> Text:
    """A unit that somebody is to have a permission for."""
    return filled(
        Text(
            da="Ingen enhed har id eller navn »{word}«.", en="No unit has the id or the name “{word}”."
        ),
        word=word[:60],
    )


def several_units(word: str) -> Text:
    """The same by a name that several units have."""
    return filled(
        Text(
            da="Flere enheder hedder »{word}«. Skriv enhedens id i stedet.",
            en="Several units are called “{word}”. Write the unit’s id instead.",
        ),
        word=word[:60],
    )

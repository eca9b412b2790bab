"""The one focus that heads a TRIO's page: a sentence about the work."""

from kulturspejl.core.errors import Faulty
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import one_line

LONGEST = 300
ASK = Text(da="Skriv, hvad I vil arbejde med.", en="Write what you want to work on.")
CRITERIA = (
    Text(
        da="Ligger det i arbejdet og ikke hos bestemte personer?",
        en="Does it lie in the work and not with persons?",
    ),
    Text(
        da="Kan I selv gøre noget ved det inden for tre måneder?",
        en="Can you do something about it yourselves within three months?",
    ),
    Text(
        da="Betyder det noget både for kollegerne og for kerneopgaven?",
        en="Does it matter both to colleagues and to the core task?",
    ),
    Text(da="Kan I se eller høre, om det flytter sig?", en="Can you see or hear whether it moves?"),
    Text(da="Vil teamet kunne genkende det?", en="Will the team recognise it?"),
)
"""What a focus is held against before it is chosen."""


def focus_of(words: str) -> str:
    """The focus on one line; raises Faulty where there is none or it has no room."""
    clean = one_line(words)
    faults = {"words": ASK} if not clean else without_room({"words": clean}, {"words": LONGEST})
    if faults:
        raise Faulty(faults["words"], faults)
    return clean

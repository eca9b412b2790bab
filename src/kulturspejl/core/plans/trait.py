"""A chosen trait as it is written down."""

from dataclasses import dataclass, fields

from kulturspejl.core.errors import Faulty
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import one_line

FIELDS = ("more_of", "less_of", "notice", "better_for")
LONGEST = {"more_of": 300, "less_of": 300, "notice": 500, "better_for": 500}
FIELD_NAMES = {
    "more_of": Text(da="Mere af", en="More of"),
    "less_of": Text(da="Mindre af", en="Less of"),
    "notice": Text(da="Det mærker vi om tre måneder", en="In three months we notice"),
    "better_for": Text(da="Bedre for", en="Better for"),
}
_ASK = {
    "more_of": Text(da="Skriv, hvad I vil have mere af.", en="Write what you want more of."),
    "notice": Text(
        da="Skriv, hvad man vil kunne se eller høre om tre måneder.",
        en="Write what people will see or hear in three months.",
    ),
    "better_for": Text(da="Skriv, hvem det bliver bedre for.", en="Write for whom it gets better."),
}


@dataclass(frozen=True)
class TraitDraft:
    """More of, less of (may be empty), what will be noticeable in three months, for whom it is better."""

    more_of: str
    less_of: str
    notice: str
    better_for: str

    def checked(self) -> "TraitDraft":
        """The draft without spaces around; raises Faulty with a sentence for each field that must be mended."""
        clean = {field.name: one_line(str(getattr(self, field.name))) for field in fields(self)}
        faults = {name: ask for name, ask in _ASK.items() if not clean[name]}
        faults |= without_room(clean, LONGEST)
        if faults:
            raise Faulty(Text(da="Der mangler lidt endnu.", en="A little is missing."), faults)
        return TraitDraft(**clean)

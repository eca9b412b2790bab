"""Where somebody can read again what they hand in without a name: computed from what is really on, never fixed."""

from collections.abc import Iterable

from kulturspejl.core.text import Text
from kulturspejl.readers.rooms.regions.part import PartView
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.records.models import RoomKind

HERE = Text(
    da="Har du svaret, kan du selv læse svaret her igen. Det ligger på din egen telefon, og ingen andre får det.",
    en="Once you have answered, you can read it here again. It lies on your own phone, and nobody else gets it.",
)
LOCKED = Text(
    da="Har du svaret, kan du selv læse svaret her igen. Det ligger på din egen telefon og, når trinnet er slut, i den "
    "låste kopi, som kun dine seks ord kan åbne.",
    en="Once you have answered, you can read it here again. It lies on your own phone and, when the step is over, in "
    "the locked copy that only your six words can open.",
)
TO_THE_CLOSE = Text(
    da="Når mødet bliver lukket, forsvinder det også dér.", en="When the meeting is closed, it goes from there as well."
)


def said(scene: Scene, parts: Iterable[PartView]) -> str:
    """One or two sentences where something is handed in without a name; "" elsewhere."""
    if not any(part.is_unsigned for part in parts):
        return ""
    words = scene.say(LOCKED if scene.is_sealed else HERE)
    return f"{words} {scene.say(TO_THE_CLOSE)}" if scene.room.kind == RoomKind.BORROWED else words

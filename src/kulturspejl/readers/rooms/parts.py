"""Something to fill in, in one language: the same in a room and for whoever tries it alone."""

from collections.abc import Callable

from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.spoken import spoken
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.readers.rooms.views import PartView

Say = Callable[[Text | None], str]


def view_of(part: Part, key: str, say: Say) -> PartView:
    """A part without what depends on where it is asked: who sees it, and whether it is closed."""
    return PartView(
        key=key, kind=part.kind, label=say(part.label), shape=spoken(part.shape, say),
        picture=part.picture.name if part.picture else "", who_sees="",
        is_unsigned=part.visibility is Visibility.AGGREGATE, stays_on_device=part.visibility is Visibility.PRIVATE,
        is_named=part.visibility is Visibility.NAMED,
    )  # fmt: skip

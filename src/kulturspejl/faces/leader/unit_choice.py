"""Which unit stands chosen on a form that asks for one: the one somebody chose, else the only one there is."""

import uuid
from collections.abc import Sequence
from typing import Protocol

from django.http import HttpRequest

from kulturspejl.faces.shared.ids import as_id


class Place(Protocol):
    """A unit that may be chosen."""

    @property
    def unit_id(self) -> uuid.UUID:
        """Its id."""


def chosen_in(request: HttpRequest, places: Sequence[Place]) -> uuid.UUID | None:
    """None where there are several and nobody has chosen: the first of the alphabet is no choice."""
    said = as_id(request.POST.get("unit", "") or request.GET.get("unit", ""))
    if said is None and len(places) == 1:
        return places[0].unit_id
    return said

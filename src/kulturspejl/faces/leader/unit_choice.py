"""Which unit stands chosen on a form that asks for one: the one somebody chose, else the only one there is."""

import uuid
from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from django import forms
from django.http import HttpRequest

from kulturspejl.faces.shared.ids import as_id

Kind = TypeVar("Kind", bound=forms.Form)
MOST_AT_ONCE = 12
"""Units with their readers on one page; whoever has more chooses one by its name first."""


class Place(Protocol):
    """A unit that may be chosen."""

    @property
    def unit_id(self) -> uuid.UUID:
        """Its id."""


def is_picking(request: HttpRequest) -> bool:
    """Whether the press only asks who reads it in another unit: nothing is done, and what was typed stands there."""
    return "pick" in request.POST


def chosen_in(request: HttpRequest, places: Sequence[Place]) -> uuid.UUID | None:
    """None where there are several and nobody has chosen: the first of the alphabet is no choice."""
    field = "which" if is_picking(request) else "unit"
    said = as_id(request.POST.get(field, "") or request.GET.get("unit", ""))
    if said is None and len(places) == 1:
        return places[0].unit_id
    return said


def choice_in(
    request: HttpRequest, places: Sequence[Place], fitting: Sequence[Place] | None = None
) -> dict[str, Any]:  # fmt: skip
    """What the templates need: `chosen`, the `places` that stand there with their readers, and `all` where there are so
    many that one is chosen by its name first. `fitting`: of the places, those that the act is possible for."""
    chosen = chosen_in(request, places if fitting is None else fitting)
    if len(places) <= MOST_AT_ONCE:
        return {"chosen": chosen, "places": places, "all": ()}
    return {"chosen": chosen, "places": [one for one in places if one.unit_id == chosen], "all": places}


def typed_in(kind: type[Kind], request: HttpRequest) -> Kind:
    """The form as it was sent; while a unit is picked only what was typed into it, not judged yet."""
    if is_picking(request):
        return kind(initial=request.POST.dict())
    return kind(request.POST if request.method == "POST" else None)

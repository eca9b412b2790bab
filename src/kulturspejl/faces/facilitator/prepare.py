"""A new class: the agenda, what each item holds and for how long, the check-in question and the homework."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kulturspejl.actions import rooms
from kulturspejl.core.content.text import Text
from kulturspejl.core.errors import Faulty
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers import rooms as readers
from kulturspejl.readers.rooms.views import ItemView, OfferView, Prepare

PLACE_FOR_MINUTES = 3


@dataclass(frozen=True)
class OfferField:
    """An exercise as the page offers it: ticked or not, in which place, for how many minutes."""

    offer: OfferView
    name: str
    is_ticked: bool
    minutes: str
    place: str
    fault: str


@dataclass(frozen=True)
class ItemField:
    """An item with its exercises and the sum of their minutes."""

    item: ItemView
    offers: tuple[OfferField, ...]
    fault: str

    @property
    def used(self) -> int:
        """Minutes of what is ticked."""
        return sum(int(one.minutes) for one in self.offers if one.is_ticked and one.minutes.isdigit())


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def prepare(request: HttpRequest, programme: str) -> HttpResponse:
    """The form; a fault is said at its field, and everything that was typed stays."""
    view = readers.prepare(request.user, programme, language=language(), now=clock.now())
    if request.method != "POST":
        return _page(request, view, {})
    data, day = request.POST, _day(request.POST)
    try:
        if day is None:
            raise Faulty(NO_DAY, {"day": NO_DAY})
        room_id = rooms.create_class(
            by=request.user, programme=programme, name=data.get("name", ""), day=day, chosen=_chosen(view, data),
            check_in=_check_in(view, data), homework=data.get("homework", ""), language=language(),
            is_practice=data.get("practice") == "1", now=clock.now(),
        )  # fmt: skip
    except Faulty as faulty:
        return _page(request, view, faulty.fields, status=422)
    return redirect("desk", room_id)


NO_DAY = Text(da="Vælg en dag.", en="Choose a day.")
MINUTES = Text(da="Skriv minutterne som et helt tal.", en="Write the minutes as a whole number.")


def _page(request: HttpRequest, view: Prepare, faults: Mapping[str, Text], status: int = 200) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    items = [_item(item, data, faults) for item in view.items]
    context = {
        "view": view, "items": items, "faults": {name: say(text) for name, text in faults.items()},
        "left_out": [one.offer for item in items for one in item.offers if not one.is_ticked],
        "typed": data or {"day": clock.today().isoformat(), "homework": view.homework, "check_in": view.check_ins[0]},
    }  # fmt: skip
    return render(request, "facilitator/prepare.html", context, status=status)


def _item(item: ItemView, data: QueryDict | None, faults: Mapping[str, Text]) -> ItemField:
    offers = tuple(_offer(item, offer, place, data, faults) for place, offer in enumerate(item.offers, start=1))
    fault = faults.get(item.key)
    return ItemField(item, tuple(sorted(offers, key=lambda one: _order(one.place))), say(fault) if fault else "")


def _offer(
    item: ItemView, offer: OfferView, place: int, data: QueryDict | None, faults: Mapping[str, Text]
) -> OfferField:
    name, fault = f"{item.key}.{offer.exercise}", faults.get(f"{item.key}.{offer.exercise}")
    if data is None:
        return OfferField(offer, name, offer.is_ticked, str(offer.minutes), str(place), "")
    return OfferField(
        offer, name, data.get(f"tick.{name}") == "1", data.get(f"minutes.{name}", "")[:PLACE_FOR_MINUTES],
        data.get(f"place.{name}", "")[:2], say(fault) if fault else "",
    )  # fmt: skip


def _chosen(view: Prepare, data: QueryDict) -> list[tuple[str, list[tuple[str, int]]]]:
    """What was ticked, in the order that was typed. Raises Faulty where minutes are no number."""
    chosen = []
    for item in view.items:
        fields = [one for one in _item(item, data, {}).offers if one.is_ticked]
        for one in fields:
            if not (one.minutes.isascii() and one.minutes.isdigit()):
                raise Faulty(MINUTES, {one.name: MINUTES})
        chosen.append((item.key, [(one.offer.exercise, int(one.minutes)) for one in fields]))
    return chosen


def _check_in(view: Prepare, data: QueryDict) -> str:
    """An own question goes before a chosen one."""
    return data.get("own_check_in", "").strip() or data.get("check_in", "")


def _day(data: QueryDict) -> date | None:
    try:
        return date.fromisoformat(data.get("day", ""))
    except ValueError:
        return None


def _order(place: str) -> int:
    return int(place) if place.isascii() and place.isdigit() else 99

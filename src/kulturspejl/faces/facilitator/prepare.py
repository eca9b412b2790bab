"""A class, new or planned: the agenda, what each item holds and for how long, the question, the homework, the words."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kulturspejl.actions import rooms
from kulturspejl.core.choreography.steps import NO_SUCH
from kulturspejl.core.content.own_words import PHONE, WALL
from kulturspejl.core.errors import Conflict, Faulty, NotThere
from kulturspejl.core.text import Text, known
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers import rooms as readers
from kulturspejl.readers.rooms.preparing import ItemView, OfferView, Prepare, StepWords

PLACE_FOR_MINUTES = 3


@dataclass(frozen=True)
class WordsField:
    """One text of a step: the wall's or the phones'."""

    name: str
    title: str
    is_wall: bool
    typed: str
    fault: str


@dataclass(frozen=True)
class OfferField:
    """An exercise as the page offers it: ticked or not, in which place, for how many minutes."""

    offer: OfferView
    name: str
    is_ticked: bool
    minutes: str
    place: str
    fault: str
    words: tuple[WordsField, ...]

    @property
    def has_faulty_words(self) -> bool:
        """Then they are not folded away."""
        return any(one.fault for one in self.words)


@dataclass(frozen=True)
class ItemField:
    """An item with its exercises and the sum of their minutes."""

    item: ItemView
    offers: tuple[OfferField, ...]
    fault: str

    @property
    def used(self) -> int:
        """Minutes of what is ticked."""
        return sum(int(one.minutes) for one in self.offers if one.is_ticked and _is_number(one.minutes))

    @property
    def over(self) -> int:
        """Minutes that are too many; negative where there is room left."""
        return self.used - self.item.minutes

    @property
    def says(self) -> str:
        """ "82 af 75 minutter, 7 for meget"; prepare.js says the same while it is being typed."""
        words = _("{used} of %(minutes)s minutes") % {"minutes": self.item.minutes}
        rest = _(", {n} too many") if self.over > 0 else _(", {n} left") if self.over < 0 else ""
        return words.replace("{used}", str(self.used)) + rest.replace("{n}", str(abs(self.over)))


@require_http_methods(["GET", "HEAD", "POST"])
@needs_login
def prepare(request: SignedIn, programme: str) -> HttpResponse:
    """The form; a fault is said at its field, and everything that was typed stays."""
    view = readers.prepare(request.user, programme, language=language(), now=clock.now())
    if request.method != "POST":
        return _page(request, view, {})
    data, day = request.POST, _day(request.POST, "day")
    try:
        if day is None:
            raise Faulty(NO_DAY, {"day": NO_DAY})
        is_practice = data.get("practice") == "1"
        room_id = rooms.create_class(
            by=request.user, programme=programme, name=_name(view, data), day=clock.today() if is_practice else day,
            chosen=_chosen(view, data), check_in=_check_in(view, data), homework=_homework(view, data),
            language=language(), is_practice=is_practice, next_day=None if is_practice else _next_day(data),
            texts=_texts(view, data), form=sent_form(request), now=clock.now(),
        )  # fmt: skip
    except Faulty as faulty:
        return _page(request, view, faulty.fields, status=422)
    return redirect("desk", room_id)


@require_http_methods(["GET", "HEAD", "POST"])
@needs_login
def change(request: SignedIn, room_id: uuid.UUID) -> HttpResponse:
    """The same form for a planned day; what has begun is shown, and left as it is."""
    view = readers.change(request.user, room_id, language=language(), now=clock.now())
    if request.method != "POST" or view.planned is None:
        return _page(request, view, {})
    data, planned = request.POST, view.planned
    day = planned.day if planned.has_begun else _day(data, "day")
    try:
        if day is None:
            raise Faulty(NO_DAY, {"day": NO_DAY})
        rooms.change_class(
            by=request.user, room_id=room_id, name=data.get("name", ""), day=day, chosen=_chosen(view, data),
            check_in=_check_in(view, data), homework=_homework(view, data), language=language(),
            next_day=_next_day(data), texts=_texts(view, data), form=sent_form(request), now=clock.now(),
        )  # fmt: skip
        if data.get("practice") == "1":
            form = sent_form(request, "practise")
            made = rooms.practise(by=request.user, room_id=room_id, form=form, now=clock.now())
            return redirect("desk", made)
    except Faulty as faulty:
        return _page(request, view, faulty.fields, status=422)
    except Conflict as conflict:
        messages.warning(request, say(conflict.text))
        return redirect("room_change", room_id)
    messages.success(request, _("Saved. Phones and wall follow by themselves."))
    return redirect("desk", room_id)


@require_POST
@needs_login
def practise(request: SignedIn) -> HttpResponse:
    """A room with robots in it: of a planned day ("room"), or of a programme as it is written ("programme")."""
    data, now, form = request.POST, clock.now(), sent_form(request)
    if "programme" in data:
        made = rooms.practise_programme(
            by=request.user, programme=data["programme"][:60], language=language(), form=form, now=now
        )
    else:
        made = rooms.practise(by=request.user, room_id=_room(data), form=form, now=now)
    return redirect("desk", made)


def _room(data: QueryDict) -> uuid.UUID:
    try:
        return uuid.UUID(data.get("room", ""))
    except ValueError as error:
        raise NotThere(NO_SUCH) from error


def _name(view: Prepare, data: QueryDict) -> str:
    """Practice needs no name of its own."""
    typed = data.get("name", "").strip()
    return view.programme_name if not typed and data.get("practice") == "1" else typed


AT_HOME = Text(da="Til derhjemme:", en="To do at home:")
NO_DAY = Text(da="Vælg en dag.", en="Choose a day.")
MINUTES = Text(da="Skriv minutterne som et helt tal.", en="Write the minutes as a whole number.")


def _page(request: HttpRequest, view: Prepare, faults: Mapping[str, Text], status: int = 200) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    items = [_item(item, data, faults) for item in view.items]
    context = {
        "view": view, "items": items, "faults": {name: say(text) for name, text in faults.items()},
        "left_out": _left_out(items), "typed": _first(view) if data is None else data,
    }  # fmt: skip
    return render(request, "facilitator/prepare.html", context, status=status)


def _first(view: Prepare) -> dict[str, str]:
    """What stands in the form before anybody has typed."""
    typed = {"day": clock.today().isoformat(), "homework": view.homework, "tell_home": "1"}
    typed["check_in"] = next(iter(view.check_ins), "")
    if view.planned is None:
        return typed
    planned = view.planned
    typed |= {"name": planned.name, "day": planned.day.isoformat(), "homework": _without_left_out(planned.homework)}
    typed["next_day"] = planned.next_day.isoformat() if planned.next_day else ""
    typed["tell_home"] = "1" if typed["homework"] != planned.homework or not any(_unticked(view)) else ""
    asked = planned.check_in
    typed["check_in"], typed["own_check_in"] = (asked, "") if asked in view.check_ins else ("", asked)
    return typed


def _unticked(view: Prepare) -> list[OfferView]:
    return [offer for item in view.items for offer in item.offers if not offer.is_ticked]


def _without_left_out(homework: str) -> str:
    """The page adds the line about what was left out by itself, each time it is saved; in any language it is ours."""
    begins = tuple(AT_HOME.into(language) for language in known())
    return "\n".join(line for line in homework.splitlines() if not line.startswith(begins)).strip()


def _left_out(items: Iterable[ItemField]) -> list[str]:
    return [one.offer.name for item in items for one in item.offers if not one.is_ticked]


def _item(item: ItemView, data: QueryDict | None, faults: Mapping[str, Text]) -> ItemField:
    offers = tuple(_offer(item, offer, place, data, faults) for place, offer in enumerate(item.offers, start=1))
    fault = faults.get(item.key)
    return ItemField(item, tuple(sorted(offers, key=lambda one: _order(one.place))), say(fault) if fault else "")


def _offer(
    item: ItemView, offer: OfferView, place: int, data: QueryDict | None, faults: Mapping[str, Text]
) -> OfferField:
    name, fault = f"{item.key}.{offer.exercise}", faults.get(f"{item.key}.{offer.exercise}")
    words = tuple(_words(offer.exercise, step, face, data, faults) for step in offer.words for face in (WALL, PHONE))
    if data is None or item.is_fixed:
        return OfferField(offer, name, offer.is_ticked, str(offer.minutes), str(offer.place or place), "", words)
    return OfferField(
        offer, name, data.get(f"tick.{name}") == "1", data.get(f"minutes.{name}", "")[:PLACE_FOR_MINUTES],
        data.get(f"place.{name}", "")[:2], say(fault) if fault else "", words,
    )  # fmt: skip


def _words(
    exercise: str, step: StepWords, face: str, data: QueryDict | None, faults: Mapping[str, Text]
) -> WordsField:
    name = f"text.{exercise}.{step.step}.{face}"
    stands, fault = step.wall if face == WALL else step.phone, faults.get(name)
    typed = stands if data is None else data.get(name, stands)
    return WordsField(name, step.title, face == WALL, typed, say(fault) if fault else "")


def _texts(view: Prepare, data: QueryDict) -> dict[tuple[str, str, str], str]:
    """What was typed into the steps. The same exercise in two items says the same: the first change counts."""
    found: dict[tuple[str, str, str], str] = {}
    for offer in (offer for item in view.items for offer in item.offers):
        for step in offer.words:
            for face, stands in ((WALL, step.wall), (PHONE, step.phone)):
                typed = [one for one in data.getlist(f"text.{offer.exercise}.{step.step}.{face}") if one != stands]
                if typed:
                    found[offer.exercise, step.step, face] = typed[0]
    return found


def _chosen(view: Prepare, data: QueryDict) -> list[tuple[str, list[tuple[str, int]]]]:
    """What was ticked, in the order that was typed. Raises Faulty where minutes are no number."""
    chosen = []
    for item in view.items:
        fields = [one for one in _item(item, data, {}).offers if one.is_ticked]
        for one in fields:
            if not _is_number(one.minutes):
                raise Faulty(MINUTES, {one.name: MINUTES})
        chosen.append((item.key, [(one.offer.exercise, int(one.minutes)) for one in fields]))
    return chosen


def _check_in(view: Prepare, data: QueryDict) -> str:
    """An own question goes before a chosen one."""
    return data.get("own_check_in", "").strip() or data.get("check_in", "")


def _homework(view: Prepare, data: QueryDict) -> str:
    """With what was left out, where that was asked for."""
    typed = _without_left_out(data.get("homework", ""))
    left = _left_out(_item(item, data, {}) for item in view.items)
    if data.get("tell_home") != "1" or not left:
        return typed
    return "\n".join(one for one in (typed, say(AT_HOME) + " " + ", ".join(left)) if one)


def _day(data: QueryDict, field: str) -> date | None:
    try:
        return date.fromisoformat(data.get(field, ""))
    except ValueError:
        return None


def _next_day(data: QueryDict) -> date | None:
    """When the class meets again; None where nothing is written. Raises Faulty for something that is no day."""
    found = _day(data, "next_day")
    if found is None and data.get("next_day", "").strip():
        raise Faulty(NO_DAY, {"next_day": NO_DAY})
    return found


def _order(place: str) -> int:
    return int(place) if _is_number(place) else 99


def _is_number(typed: str) -> bool:
    return typed.isascii() and typed.isdigit()

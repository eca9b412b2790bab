"""The own page behind a secret address: the path, the next thing, today's room; and the days for a calendar."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kulturspejl.access.course_access import group_mark, membership_by_key, memberships_of, page_path
from kulturspejl.access.letters_off import kinds_off
from kulturspejl.actions import courses
from kulturspejl.actions.letters.choosing import choose_letter
from kulturspejl.core.errors import Faulty, KulturspejlError, NotThere, Refused, SlowDown
from kulturspejl.core.letter_choice import OF_COURSES
from kulturspejl.core.text import Text
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.download import handed_out
from kulturspejl.faces.shared.ended_often import note_end
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.library.words import words_in
from kulturspejl.live.limits import Limit
from kulturspejl.readers import own_plan, rooms
from kulturspejl.readers.courses import path
from kulturspejl.readers.courses.chapter import chapter_of
from kulturspejl.values.room_keeping import days_kept

READING = Limit("course calendars", 20.0, 1 / 60)
"""Of one secret address: a calendar asks once an hour or less often."""
OFTEN = Text(
    da="Den kalender bliver hentet for tit. Prøv igen om et minut.",
    en="This calendar is being fetched too often. Try again in a minute.",
)


@require_http_methods(["GET", "HEAD", "POST"])
def own(request: HttpRequest, key: str) -> HttpResponse:
    """The page; before the yes to a sign-up the question alone, and for an unknown address the way to a new link."""
    try:
        taking = membership_by_key(key, now=clock.now(), confirmed=False)
    except NotThere:
        return render(request, "participant/course/unknown.html", status=404)
    if request.method == "POST":
        return _do(request, key)
    if taking.member.confirmed_at is None:
        return render(request, "participant/course/confirm.html", {"taking": taking})
    return _page(request, key)


@require_safe
def days(_request: HttpRequest, key: str) -> HttpResponse:
    """The days as a file, for a calendar that reads no address."""
    text = path.days_of(key, language=language(), now=clock.now())
    return handed_out(text, _("course days"), "ics")


@require_safe
def feed(_request: HttpRequest, key: str) -> HttpResponse:
    """What a calendar reads under an address of its own, which opens no page."""
    member, text = path.feed_of(key, now=clock.now())
    if READING.seconds_to_wait(member) > 0:
        raise SlowDown(OFTEN)
    READING.take(member)
    headers = {"Cache-Control": "no-store", "Content-Disposition": 'inline; filename="kulturspejl.ics"'}
    return HttpResponse(text, content_type="text/calendar; charset=utf-8", headers=headers)


@require_safe
@needs_login
def mine(request: SignedIn) -> HttpResponse:
    """With an account: the courses of this address; where there is one, straight to it."""
    found = memberships_of(request.user, now=clock.now())
    for one in found:
        courses.let_it_open(member=one.member)
    pages = [(page_path(one.member.id, one.member.key_turn), one) for one in found]
    if len(pages) == 1:
        return redirect(pages[0][0])
    return render(request, "participant/course/mine.html", {"pages": pages})


def _do(request: HttpRequest, key: str) -> HttpResponse:
    do, back = request.POST.get("do"), reverse("course_own", args=[key])
    try:
        if do == "confirm":
            return _confirm(request, key, back)
        elif do in ("letter_on", "letter_off"):
            member = membership_by_key(key, now=clock.now()).member
            kind = request.POST.get("kind", "")[:40]
            note_end(str(member.id))
            choose_letter(by=member, kind=kind, is_wanted=do == "letter_on", now=clock.now())
            back += "?letters=open#letters"  # Else the page comes back folded, at its top, and says nothing new.
        else:
            courses.say_present(secret=key, code=request.POST.get("code", "")[:20], now=clock.now())
    except (Faulty, Refused) as error:
        return _page(request, key, error)
    return redirect(back)


def _confirm(request: HttpRequest, key: str, back: str) -> HttpResponse:
    """Where the last place is taken, the question stands again with why."""
    try:
        courses.confirm(secret=key, now=clock.now())
    except Refused as error:
        taking = membership_by_key(key, now=clock.now(), confirmed=False)
        context = {"taking": taking, "told": say(error.text)}
        return render(request, "participant/course/confirm.html", context, status=error.status)
    return redirect(back)


def _page(request: HttpRequest, key: str, error: KulturspejlError | None = None) -> HttpResponse:
    viewer = request.user if request.user.is_authenticated else None
    view = path.own_course(key, language=language(), now=clock.now(), viewer=viewer)
    today = next((one for one in view.stops if one.is_open), None)
    door = rooms.door(today.room_code) if today else None
    off = kinds_off(view.taking.member)
    member, chapter = view.taking.member, chapter_of(view.taking, now=clock.now())
    plan = reverse("own_plan") if own_plan.is_under_account(member) else reverse("course_plan", args=[key])
    context = {
        "view": view, "key": key, "plan": f"{plan}?at={chapter}", "chapter": chapter,
        "room_days": days_kept(), "door": door, "told": say(error.text) if error else "",
        "figure": mark_safe(view.figure), "lying": mark_safe(view.lying),
        "letters": [(one, one.id in off) for one in OF_COURSES], "letters_open": "letters" in request.GET,
        "card_words": words_in(door.language) if door else None,
        "group": group_mark(door.room_id, view.taking.member.group_id) if door else "",
    }  # fmt: skip
    return render(request, "participant/course/own.html", context, status=error.status if error else 200)

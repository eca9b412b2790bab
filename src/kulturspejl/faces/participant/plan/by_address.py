"""The plan of somebody without an account: under the own address of their course, or one that was begun in a room."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kulturspejl.access.course_access import Taking, membership_by_key
from kulturspejl.access.own_plan import plan_by_key
from kulturspejl.actions import own_plan
from kulturspejl.core.errors import NotThere
from kulturspejl.faces.participant import keys
from kulturspejl.faces.participant.doors import in_the_room
from kulturspejl.faces.participant.plan import page
from kulturspejl.faces.participant.plan.page import Doors, chapter_in, unkept
from kulturspejl.faces.shared import clock
from kulturspejl.readers.courses.chapter import chapter_of, chapter_of_room
from kulturspejl.readers.own_plan import begins_here


@require_safe
def course_plan(request: HttpRequest, key: str) -> HttpResponse:
    """Of somebody who takes part in a course."""
    taking = membership_by_key(key, now=clock.now())
    return page.page(request, taking.member, _of_course(request, key, taking))


@require_http_methods(["GET", "HEAD", "PUT", "DELETE"])
def course_sealed(request: HttpRequest, key: str) -> HttpResponse:
    """Its locked copy."""
    return page.sealed(request, membership_by_key(key, now=clock.now()).member)


@require_POST
def course_share(request: HttpRequest, key: str) -> HttpResponse:
    """One line for somebody else."""
    taking = membership_by_key(key, now=clock.now())
    return page.share(request, taking.member, _of_course(request, key, taking))


@require_POST
def course_take_back(request: HttpRequest, key: str) -> HttpResponse:
    """Nobody reads the line from now on."""
    taking = membership_by_key(key, now=clock.now())
    return page.take_back(request, taking.member, _of_course(request, key, taking))


@require_POST
def course_remind(request: HttpRequest, key: str) -> HttpResponse:
    """A letter each week, or none."""
    taking = membership_by_key(key, now=clock.now())
    return page.remind(request, taking.member, _of_course(request, key, taking))


@require_safe
def plan(request: HttpRequest, key: str) -> HttpResponse:
    """Under an address of its own; where that has come to its end, a page says so."""
    try:
        found = plan_by_key(key, now=clock.now())
    except NotThere:
        return unkept(render(request, "participant/plan_unknown.html", status=404))
    doors = Doors(
        reverse("plan_by_address", args=[key]), ends_on=found.ends_on, is_own_address=True, chapter=chapter_in(request)
    )
    return page.page(request, found, doors)


@require_http_methods(["GET", "HEAD", "PUT", "DELETE"])
def sealed(request: HttpRequest, key: str) -> HttpResponse:
    """Its locked copy."""
    return page.sealed(request, plan_by_key(key, now=clock.now()))


@csrf_exempt  # The key's cookie is SameSite=Lax: a form from elsewhere does not carry it.
@require_http_methods(["GET", "HEAD", "POST"])
def room_plan(request: HttpRequest, code: str) -> HttpResponse:
    """From a room to the plan: the one that the device knows, one that is there, or a new one without an account."""
    in_the_room(request, code)
    key, chapter = keys.key_in(request.COOKIES), chapter_in(request, chapter_of_room(code))
    if request.method == "POST":
        secret = own_plan.begin_in_room(code=code, key=key, now=clock.now())
        return redirect(f"{reverse('plan_by_address', args=[secret])}?at={chapter}")
    context = {"code": code, "chapter": chapter, "may_begin": begins_here(code)}
    return unkept(render(request, "participant/plan_door.html", context))


def _of_course(request: HttpRequest, key: str, taking: Taking) -> Doors:
    return Doors(
        reverse("course_plan", args=[key]), reverse("course_own", args=[key]), _("Your course"),
        ends_on=taking.deleted_on, chapter=chapter_in(request, chapter_of(taking, now=clock.now())),
    )  # fmt: skip

"""The pages of the half-year: played by one press, opened stop by stop, each stop as somebody in it."""

from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kulturspejl.faces.shared import played
from kulturspejl.faces.steward.demo import going, playing
from kulturspejl.faces.steward.demo.film import Film, Stop
from kulturspejl.readers import demo as reader


@require_http_methods(["GET", "HEAD", "POST"])
def half_year(request: HttpRequest) -> HttpResponse:
    """What it is, and the button; then how far it has come; then its stops."""
    _require()
    if request.method == "POST":
        playing.start()
        return redirect("demo_half_year")
    is_under_way = playing.is_under_way()
    context = {
        "film": playing.made(), "is_under_way": is_under_way, "ready": playing.ready(), "all": playing.STOPS,
        "has_failed": not is_under_way and playing.has_failed(),
    }  # fmt: skip
    return render(request, "steward/demo/half_year.html", context)


@require_safe
def one_stop(request: HttpRequest, stop: str) -> HttpResponse:
    """One stop: what happened, and whom one can be. Looking at this page changes nothing."""
    film = _film()
    found, at = _stop(film, stop), [one.id for one in film.stops].index(stop)
    context = {
        "film": film, "stop": found, "number": at + 1, "is_shown": _is_shown(found),
        "before": film.stops[at - 1] if at else None,
        "after": film.stops[at + 1] if at + 1 < len(film.stops) else None,
    }  # fmt: skip
    return render(request, "steward/demo/stop.html", context)


@require_POST
def look(request: HttpRequest, stop: str, number: str) -> HttpResponse:
    """Go to the stop, for everybody who uses this demo, and open somebody's page as that person."""
    found = _stop(_film(), stop)
    one = next((look for at, look in enumerate(found.looks) if str(at) == number), None)
    if one is None or not one.path:
        raise Http404
    going.go(found)
    return _be(request, one.account, one.path)


@require_POST
def letters(request: HttpRequest, stop: str) -> HttpResponse:
    """Go to the stop, and read the letters that had been sent by then."""
    going.go(_stop(_film(), stop))
    return _be(request, "", "demo_mails")


@require_POST
def anew(request: HttpRequest, stop: str) -> HttpResponse:
    """The stop once more from its beginning, without what has been tried in it."""
    going.go(_stop(_film(), stop), anew=True)
    return redirect("demo_stop", stop)


@require_POST
def present(request: HttpRequest) -> HttpResponse:
    """Back to the present, as it was left."""
    _require()
    going.back()
    return redirect("demo")


def _be(request: HttpRequest, account: str, where: str) -> HttpResponse:
    """Signed in as this person, or as nobody; whoever was signed in before is not any more."""
    logout(request)
    user = reader.account(account) if account else None
    if user is not None:
        login(request, user)
    return redirect(where)


def _is_shown(stop: Stop) -> bool:
    now = played.shown()
    return now is not None and now.id == stop.id


def _require() -> None:
    if not playing.is_possible():
        raise Http404


def _film() -> Film:
    _require()
    found = playing.made()
    if found is None:
        raise Http404
    return found


def _stop(film: Film, id: str) -> Stop:
    found = film.stop(id)
    if found is None:
        raise Http404
    return found

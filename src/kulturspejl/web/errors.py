"""The one place where an error of the house becomes a status and a page, or problem details in JSON."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions import security_events
from kulturspejl.core.errors import Faulty, KulturspejlError, Refused
from kulturspejl.core.text import Text
from kulturspejl.records.models import User
from kulturspejl.web import idle

TOO_LONG_A_NUMBER = Text(
    da="Tallet er for langt. Gå tilbage, og skriv et kortere.",
    en="The number is too long. Go back and write a shorter one.",
)
UNREADABLE = Text(
    da="Det, der blev sendt, kan ikke læses, eller der er for meget af det. Gå tilbage, og prøv igen.",
    en="What was sent cannot be read, or there is too much of it. Go back and try again.",
)
STALE = Text(
    da="Siden har været åben for længe, eller du er logget ind eller ud siden. Der er ikke ændret noget. Gå tilbage, "
    "hent siden igen, og prøv en gang til.",
    en="The page has been open for too long, or you have logged in or out since. Nothing has been changed. Go back, "
    "load the page again and try once more.",
)


STALE_BUT_HERE = Text(
    da="Siden har været åben for længe, eller du er logget ind eller ud siden. Der er ikke ændret noget, og det, du "
    "skrev, er her endnu.",
    en="The page has been open for too long, or you have logged in or out since. Nothing has been changed, and what "
    "you wrote is still here.",
)
BY_A_BUTTON = Text(
    da="Den side findes kun lige efter et tryk på en knap, så den kan ikke åbnes for sig selv eller hentes igen. "
    "Der er ikke ændret noget nu.",
    en="That page is there only right after a button was pressed, so it cannot be opened by itself or loaded again. "
    "Nothing has been changed now.",
)
MARK = "csrfmiddlewaretoken"
SIGNING_IN = "/account"
"""Codes and passwords are typed again and stand in no page."""


class Unreadable(KulturspejlError):
    """What came in is no request that any page can read."""

    status = 400


class Stale(KulturspejlError):
    """A form without the mark of its page: from another site, or from a page that is too old."""

    status = 403


class ByItself(KulturspejlError):
    """A button's own address, opened without the button: reloaded, or a tab that a phone has brought back."""

    status = 405


class ErrorMiddleware:
    """Maps the tree of errors in core, once, and Django's silent no to a way of asking."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Django's own 405 is an empty page: whoever reads it is told what it is."""
        response = self.get_response(request)
        if not isinstance(response, HttpResponseNotAllowed) or request.method != "GET":
            return response
        shown = told(request, ByItself(BY_A_BUTTON))
        shown["Allow"] = response["Allow"]
        return shown

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A page or problem details for our own errors; others are Django's."""
        if isinstance(error, ValueError) and "int_max_str_digits" in str(error):
            # Python refuses to read a number of thousands of digits, and not every form of others' is ready for it.
            error = Refused(TOO_LONG_A_NUMBER)
        if not isinstance(error, KulturspejlError):
            return None
        _note_refused(request, error)
        response = told(request, error)
        if error.retry_after is not None:
            response["Retry-After"] = str(error.retry_after)
        return response


def _note_refused(request: HttpRequest, error: KulturspejlError) -> None:
    """That somebody signed in has asked for what is not theirs, counted without its address.

    Never on a page that nobody signs in for: it would tell when somebody had a code in hand.
    """
    user, match = getattr(request, "user", None), request.resolver_match
    is_ours = match is not None and not match.func.__module__.startswith(idle.OF_NOBODY)
    if is_ours and error.text is NOTHING_HERE and isinstance(user, User):
        security_events.refused(user=user, about="page", now=timezone.now())


def told(request: HttpRequest, error: KulturspejlError) -> HttpResponse:
    """The error as a page, or as JSON to whoever speaks it."""
    return problem(error) if wants_json(request) else page(request, error)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's own refusals: too many fields, a host that is none, a form that cannot be taken apart."""
    return told(request, Unreadable(UNREADABLE))


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose mark is missing or old: shown again with a new mark, where the browser says that it is our own.

    `Origin` is written by the browser alone, so a form that another site has filled in never comes back ready to send.
    """
    error = Stale(STALE)
    is_ours = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    if wants_json(request) or not is_ours or request.path.startswith(SIGNING_IN):
        return told(request, error)
    error = Stale(STALE_BUT_HERE)
    fields = [(name, value) for name, values in request.POST.lists() if name != MARK for value in values]
    context = {"text": error.text.into(get_language() or "da"), "fields": fields, "had_files": bool(request.FILES)}
    return render(request, "shared/again.html", context, status=error.status)


def wants_json(request: HttpRequest) -> bool:
    """Whether the request itself speaks JSON, or asks for it."""
    return (
        "application/json" in request.headers.get("Accept", "") or request.content_type == "application/json"
    )


def page(request: HttpRequest, error: KulturspejlError) -> HttpResponse:
    """A page with the error's sentence; what is refused for good looks like what is missing."""
    text = error.text.into(get_language() or "da")
    template = "404.html" if error.status == 404 else "shared/refused.html"
    return render(request, template, {"text": text, "status": error.status}, status=error.status)


def problem(error: KulturspejlError) -> JsonResponse:
    """RFC 9457 problem details, with faults by field where there are any."""
    language = get_language() or "da"
    body: dict[str, object] = {
        "type": "about:blank",
        "status": error.status,
        "title": error.text.into(language),
    }
    if isinstance(error, Faulty):
        body["faults"] = {field: text.into(language) for field, text in error.fields.items()}
    response = JsonResponse(body, status=error.status)
    response["Content-Type"] = "application/problem+json"
    return response

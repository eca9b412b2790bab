"""Who is signed in is known to the types: a view that is told who asks stands behind a log-in."""

import ast

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory

from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.records.models import User
from tests.house.files import SOURCE

GUARDS = {"needs_login", "asks_again", "asks_first", "known"}


def is_told_who(function: ast.FunctionDef) -> bool:
    words = function.args.args
    return bool(words) and isinstance(words[0].annotation, ast.Name) and words[0].annotation.id == "SignedIn"


def guards(function: ast.FunctionDef) -> set[str]:
    named = [one.func if isinstance(one, ast.Call) else one for one in function.decorator_list]
    return {one.id for one in named if isinstance(one, ast.Name)} & GUARDS


def views() -> dict[str, bool]:
    """Every view that is told who asks, and whether it stands behind a log-in."""
    found = {}
    for file in (SOURCE / "faces").rglob("*.py"):
        addresses = file.parent / "urls.py"
        known = addresses.read_text(encoding="utf-8") if addresses.exists() else ""
        for one in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(one, ast.FunctionDef) and is_told_who(one) and f"{file.stem}.{one.name}" in known:
                found[f"{file.parent.name}/{file.stem}.{one.name}"] = bool(guards(one))
    return found


@pytest.mark.slow
def test_every_view_that_is_told_who_asks_stands_behind_a_log_in():
    found = views()
    assert len(found) > 40
    assert [name for name, is_guarded in found.items() if not is_guarded] == []


def test_whoever_is_not_signed_in_is_led_to_the_log_in_and_back():
    @needs_login
    def page(request: SignedIn, number: int) -> HttpResponse:
        return HttpResponse(f"{request.user.name} {number}")

    request = RequestFactory().get("/round/7?side=2")
    request.user = AnonymousUser()
    assert page(request, 7).headers["Location"] == "/account/login/?next=/round/7%3Fside%3D2"
    request.user = User(name="Anna")
    assert page(request, number=7).content == b"Anna 7"

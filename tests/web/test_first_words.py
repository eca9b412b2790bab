"""Looked for by its first word an address is the one that all of them in turn would have found."""

import re
import uuid

import pytest
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, path
from django.urls.resolvers import RoutePattern

from kulturspejl.web.first_words import ByFirstWord, first_word

VALUES = {"uuid": str(uuid.UUID(int=7)), "int": "7", "str": "K7TM", "slug": "a-word", "path": "one/two"}
NOWHERE = ["nowhere", "nowhere/at/all", "r", "facilitate", "facilitate/", "facilitate/7/do", "account", "account/no/",
           "ROOM/K7TM", " room/K7TM", "room//", "//room/K7TM", "r/K7TM/no/such", "home/"]  # fmt: skip


def in_turn(addresses):
    return URLResolver(RoutePattern(""), addresses)


def found(resolver, asked):
    try:
        match = resolver.resolve(asked)
    except Resolver404:
        return None
    return match.func, match.args, match.kwargs, match.url_name, match.route, match.namespaces, match.app_names


def every_path(addresses, before=""):
    for one in addresses:
        route = before + str(one.pattern).replace("^", "").removesuffix(r"\Z").removesuffix("$")
        if isinstance(one, URLResolver):
            yield from every_path(one.url_patterns, route)
        else:
            yield re.sub(r"<(?:(\w+):)?\w+>", lambda word: VALUES[word[1] or "str"], route)


def test_every_address_of_ours_leads_where_it_did():
    (ours,) = get_resolver().url_patterns
    assert isinstance(ours, ByFirstWord)
    plain, asked = in_turn(ours.url_patterns), [*every_path(ours.url_patterns)]
    assert len(asked) > 200
    for one in [*asked, *(f"{one}/x" for one in asked), *NOWHERE, ""]:
        assert found(ours, one) == found(plain, one), one
    assert sum(found(ours, one) is not None for one in asked) > 200


def test_what_may_begin_with_any_word_keeps_its_turn():
    def view(_request):
        """Never called."""

    addresses = [
        path("a/one", view, name="first"), path("<str:word>/one", view, name="any"), path("b/one", view, name="late"),
        path("a", view, name="alone"), path("x<str:word>/one", view, name="part"), path("", view, name="nothing"),
    ]  # fmt: skip
    quick, plain = ByFirstWord(addresses), in_turn(addresses)
    for asked in ("a/one", "b/one", "c/one", "xy/one", "a", "a/", "", "/", "one", "a/one/"):
        assert found(quick, asked) == found(plain, asked), asked
    assert quick.resolve("b/one").url_name == "any", "it stands before the other"


@pytest.mark.parametrize(
    ("route", "word"), [("r/<str:code>", "r"), ("home", "home"), ("", ""), ("<str:code>", None), ("x<str:y>/z", None)]
)
def test_the_first_word_of_an_address(route, word):
    assert first_word(path(route, lambda _request: None)) == word


def test_a_bundle_without_a_whole_word_may_mean_several():
    inside = [URLPattern(RoutePattern("count/", is_endpoint=True), lambda _request: None)]
    half = URLResolver(RoutePattern("ac"), inside)
    assert first_word(half) is None
    assert ByFirstWord([half]).resolve("account/")

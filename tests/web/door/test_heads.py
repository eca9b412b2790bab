"""The head of a request at the quick door: all that Django's own request has, as Django reads it."""

from django.http import HttpRequest
from django.test import RequestFactory

from kulturspejl.web.door.heads import Head


def head(*headers, query=b""):
    scope = {"method": "POST", "path": "/answers", "query_string": query, "headers": list(headers)}
    return Head(scope | {"client": ("10.0.0.9", 1)})


def test_it_lacks_nothing_that_a_request_of_django_has():
    mine = head()
    assert not {name for name in vars(HttpRequest()) if not hasattr(mine, name)}


def test_it_reads_address_and_cookies_as_django_does():
    mine = head((b"cookie", b"a=1; django_language=en"), (b"content-type", b"Text/Plain; charset=x"), query=b"s=2&s=3")
    theirs = RequestFactory().post("/answers?s=2&s=3", headers={"cookie": "a=1; django_language=en"})
    assert (mine.GET, mine.COOKIES) == (theirs.GET, theirs.COOKIES)
    assert (mine.content_type, mine.language) == ("text/plain", "en")


def test_nothing_that_one_request_puts_in_stands_in_the_next():
    first = head((b"content-type", b"application/x-www-form-urlencoded"))
    assert first.take_form(b"word=hello")
    first.COOKIES["sessionid"] = "x"
    second = head()
    assert (dict(second.POST), dict(second.GET), second.COOKIES, dict(second.FILES)) == ({}, {}, {}, {})

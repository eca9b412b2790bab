"""No line of the log carries a code."""

import io
import logging
import re

import psycopg
import pytest
from django.db import IntegrityError
from django.urls import URLResolver, get_resolver

from kulturspejl.records.models import User
from kulturspejl.web.faults import plain
from kulturspejl.web.logs import WithoutCodes


@pytest.mark.parametrize(
    ("message", "words", "shown"),
    [
        ("Internal Server Error: %s", ("/r/K7TM4WQX/admit",), "Internal Server Error: /r/…/admit"),
        ("Not Found: /room/ABC123", (), "Not Found: /room/…"),
        ("The job %r failed and is tried again.", ("mail",), "The job 'mail' failed and is tried again."),
    ],
)
def test_codes_are_cut_out_of_addresses(message, words, shown):
    record = logging.LogRecord("django.request", logging.ERROR, "x.py", 1, message, words, None)
    assert WithoutCodes().filter(record)
    assert record.getMessage() == shown


def _secrets(patterns, before="/"):
    """Every address of the program that has a word in it, with one that may stand in no log."""
    for one in patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _secrets(one.url_patterns, route)
        elif re.search("<(str|path):", route) and not route.startswith("/models/"):
            yield re.sub("<(str|path):[^>]+>", "K7TM4WQX", route)


def test_no_address_of_the_program_brings_its_secret_into_the_log():
    found = list(_secrets(get_resolver().url_patterns))
    assert "/reminder/K7TM4WQX" in found
    assert [one for one in found if "K7TM4WQX" in plain(f"Not Found: {one}")] == []


def test_the_settings_use_it(settings):
    assert settings.LOGGING["handlers"]["console"]["filters"] == ["once", "without_codes"]


class Kept(logging.StreamHandler):
    """What would stand in the log."""

    def __init__(self):
        super().__init__(io.StringIO())
        self.addFilter(WithoutCodes())

    @property
    def text(self) -> str:
        return self.stream.getvalue()


@pytest.fixture
def log():
    handler, logger = Kept(), logging.getLogger("kulturspejl.test_logs")
    logger.addHandler(handler)
    yield handler, logger
    logger.removeHandler(handler)


@pytest.mark.django_db(transaction=True)
def test_a_row_that_the_store_refuses_stands_in_no_line(log):
    handler, logger = log
    address = "hemmelig@havnby." + "test"
    User.objects.create(email=address)
    try:
        try:
            User.objects.create(email=address, name="Bo")
        except IntegrityError as error:
            raise RuntimeError("the page could not be made") from error
    except RuntimeError:
        logger.exception("Internal Server Error: %s", "/room/ABC123")
    assert "IntegrityError" in handler.text
    assert "the page could not be made" in handler.text
    assert "User.objects.create" in handler.text, "the place is told"
    assert address not in handler.text
    assert "ABC123" not in handler.text


def test_what_postgresql_says_of_a_row_is_left_out_wherever_it_stands(log):
    handler, logger = log
    said = 'duplicate key value\nDETAIL:  Key (email)=(hemmelig@havnby.test) already exists.\n\nBo "Hemmelig"'
    error = psycopg.errors.UniqueViolation(said)
    logger.warning("Lost: %s", error)
    try:
        try:
            raise error
        except psycopg.Error:
            raise IntegrityError(str(error)) from None
    except IntegrityError:
        logger.exception("It failed.")
    assert "UniqueViolation" in handler.text
    assert "emmelig" not in handler.text

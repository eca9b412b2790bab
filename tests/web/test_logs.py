"""No line of the log carries a code."""

import logging

import pytest

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


def test_the_settings_use_it(settings):
    assert settings.LOGGING["handlers"]["console"]["filters"] == ["without_codes"]

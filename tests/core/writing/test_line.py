"""One line is one line, whatever was pasted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.writing.line import one_line


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("Hjemmepleje  Nord\r\nBcc: x", "Hjemmepleje Nord Bcc: x"),
        (" Nord\u2028Syd\t", "Nord Syd"),
        ("a\0b\x1b[31m", "ab[31m"),
        ("\u202egnirts\u202c", "gnirts"),
        ("👩🏽\u200d⚕️", "👩🏽\u200d⚕️"),
        ("a\ud800b", "ab"),
        ("Børnehuset Ærø", "Børnehuset Ærø"),
        ("Vej\u200d", "Vej"),
        ("V\u200cej \u200d", "Vej"),
        ("\u200d\u200b", ""),
        ("\u3164\u2800", ""),
        ("A\u030alborg", "Ålborg"),
        ("नमस्\u200dते", "नमस्\u200dते"),
        ("\u3164", ""),
        ("\u200c\u200d \u0301 \ufe0f", ""),
        ("Anna\u2800\u115fBo \u034f", "Anna Bo"),
    ],
)
def test_breaks_become_spaces_and_marks_that_are_no_text_go(pasted, expected):
    assert one_line(pasted) == expected


@pytest.mark.slow
@given(st.text())
def test_it_is_one_line_and_stays_what_it_is(words):
    line = one_line(words)
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line
    line.encode()

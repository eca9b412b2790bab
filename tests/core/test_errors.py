"""Each error has its status, its sentence in both languages, and says when to try again."""

import pytest

from kulturspejl.core import errors
from kulturspejl.core.text import Text

SAID = Text(da="Nej.", en="No.")


@pytest.mark.parametrize(
    ("name", "status"),
    [("KulturspejlError", 400), ("NotThere", 404), ("Conflict", 409), ("Gone", 410), ("Refused", 422),
     ("SlowDown", 429), ("Unready", 503)],
)  # fmt: skip
def test_a_status_of_its_own(name: str, status: int) -> None:
    error = getattr(errors, name)(SAID)
    assert (error.status, error.text, str(error)) == (status, SAID, "No.")
    assert error.retry_after == (5 if name == "SlowDown" else None)


def test_what_has_to_be_mended_is_told_field_by_field() -> None:
    error = errors.Faulty(SAID, {"name": SAID})
    assert (error.status, error.text, error.fields) == (422, SAID, {"name": SAID})

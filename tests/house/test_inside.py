"""Code inside an instance: each piece begins anew, sees what lies there now, and ends as a process of its own would."""

import pytest

from tests.fixtures.served import Server

pytestmark = pytest.mark.slow
MAKE = "from kulturspejl.records.models import User\nUser.objects.create(email='a@b.dk', username='a')\n"
COUNT = "from kulturspejl.records.models import User\nprint(User.objects.count())"


@pytest.fixture
def place(tmp_path):
    return Server(tmp_path).prepare()


def test_what_one_piece_stored_the_next_one_reads_and_nothing_else_stays(place):
    assert place.python("x = 1\n" + COUNT).strip() == "0"
    place.python(MAKE)
    assert place.python(COUNT).strip() == "1"
    assert place.python("print('x' in globals())").strip() == "False"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("1 / 0", "ended with 1:(.|\n)*ZeroDivisionError"),
        ("import os\nos.kill(os.getpid(), 9)", "ended with -9"),
        ("import sys\nsys.exit('no room')", "ended with 1:\nno room"),
    ],
)
def test_how_it_ends_is_told_and_the_next_piece_still_runs(place, code, told):
    with pytest.raises(AssertionError, match=told):
        place.python(code)
    assert place.python("print('well')") == "well\n"


def test_other_surroundings_are_another_process(place):
    look = "from django.conf import settings\nprint(settings.KULTURSPEJL_BASE_URL)"
    place.python(look)
    place.extra["KULTURSPEJL_BASE_URL"] = "https://kultur.example.dk"
    assert place.python(look).strip() == "https://kultur.example.dk"

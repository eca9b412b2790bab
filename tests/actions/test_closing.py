"""A close that is killed at each of its steps ends in one release (issue 2, point 7)."""

import json
import shutil

import numpy as np
import pytest

from kulturspejl.actions import closing
from kulturspejl.core.disclosure.released import Released
from kulturspejl.records.models import Release, Round, RoundState
from tests.actions.town import CLOSES, NOW, answer, found_town, long_codes, open_round, profile
from tests.fixtures.served import ROOT, Server

STEPS = (
    "steps._shut",
    "release.ballots.read_matrix",
    "release.lock_round",
    "steps.make_and_keep",
    "forget.keys.destroy",
    "forget.ballots.destroy",
    "forget.result_letters.take_over",
    "forget.sweep",
    "steps._open_result",
)
PREPARE = """
from tests.actions.town import *
round_id = open_round(found_town(), mails=8)
for at, code in enumerate(long_codes(round_id)):
    answer(code, profile(at % 4, 2, 1))
print(round_id)
"""
KILL = """
import os, signal, uuid
import numpy as np
from kulturspejl.actions.closing import forget, release, steps
from tests.actions.town import CLOSES
module, *path = {step!r}.split(".")
place = {{"steps": steps, "forget": forget, "release": release}}[module]
for name in path[:-1]:
    place = getattr(place, name)
whole = getattr(place, path[-1])
def step(*args, **more):
    if {before}:
        os.kill(os.getpid(), signal.SIGKILL)
    whole(*args, **more)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(place, path[-1], step)
steps.close(round_id=uuid.UUID({round_id!r}), now=CLOSES, rng=np.random.default_rng(1))
"""
FINISH = """
import json
from kulturspejl.actions import closing
from kulturspejl.actions.result_letters import lists
from kulturspejl.records.models import Box, Gate, Invitation, Release, Round
from tests.actions.town import CLOSES
closing.close_due(now=CLOSES)
closing.close_due(now=CLOSES)
found = Round.objects.get()
to = sorted(line.address for line in lists.lines_of(found.id))
lists.end(found.id)
print(json.dumps([found.state, [one.released for one in Release.objects.all()],
                  Box.objects.count() + Gate.objects.count() + Invitation.objects.count(), to]))
"""


@pytest.fixture(scope="module")
def answered(tmp_path_factory):
    """An instance with a round that all have answered, and the round's id; what lies there is kept beside it."""
    server = Server(tmp_path_factory.mktemp("answered"), {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"})
    round_id = server.prepare().python(PREPARE).strip()
    shutil.copytree(server.var, server.folder / "kept")
    return server, round_id


@pytest.fixture(scope="module")
def as_it_should_be(answered):
    """The release of a close that nothing has cut short."""
    _state, (release,), _left, _to = json.loads(answered[0].python(FINISH))
    return release


def lay_back(server):
    """Everything as it was when all had answered."""
    shutil.rmtree(server.var)
    shutil.copytree(server.folder / "kept", server.var)


@pytest.mark.slow
@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_a_close_killed_at_any_step_ends_in_the_one_release(answered, as_it_should_be, step, before):
    server, round_id = answered
    lay_back(server)
    with pytest.raises(AssertionError, match="ended with -9"):
        server.python(KILL.format(step=step, before=before, round_id=round_id))
    state, releases, left, to = json.loads(server.python(FINISH))
    assert state == "released"
    assert left == 0
    assert to == [f"person{number:02}@havnby.test" for number in range(8)], "one list, and everybody once"
    assert releases == [as_it_should_be]
    (picture,) = Released.from_json(releases[0]).units.values()
    assert picture.n == 8
    assert not list((server.var / "keys").iterdir())


@pytest.mark.django_db(transaction=True)
def test_closing_twice_changes_nothing():
    round_id = open_round(found_town(), mails=8)
    for at, code in enumerate(long_codes(round_id)):
        answer(code, profile(at % 4, 2, 1))
    closing.close(round_id=round_id, now=CLOSES, rng=np.random.default_rng(1))
    first = Release.objects.get().released
    closing.close(round_id=round_id, now=CLOSES, rng=np.random.default_rng(2))
    assert Release.objects.get().released == first


@pytest.mark.django_db(transaction=True)
def test_four_answers_give_a_conversation_and_no_numbers():
    round_id = open_round(found_town(), mails=8)
    for code in long_codes(round_id)[:4]:
        answer(code, profile(4, 2, 1))
    closing.close(round_id=round_id, now=CLOSES, rng=np.random.default_rng(1))
    (picture,) = Released.from_json(Release.objects.get().released).units.values()
    assert picture.hidden == "few"
    assert (picture.numbers, picture.n, picture.codes) == (None, None, None)


@pytest.mark.django_db(transaction=True)
def test_only_rounds_that_are_due_are_closed():
    round_id = open_round(found_town(), mails=8)
    assert closing.close_due(now=NOW) == []
    assert closing.close_due(now=CLOSES) == [round_id]
    assert Round.objects.get().state == RoundState.RELEASED

"""A job's walk through its rows: one poisoned row stops no other, and stands where somebody sees it."""

from datetime import timedelta

import pytest

from kulturspejl.actions import closing
from kulturspejl.actions.each import WAITING, each
from kulturspejl.records.models import Round, RoundState, Stuck
from tests import people
from tests.actions.town import NOW

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def from_the_beginning():
    WAITING.keep_only(set())


def walk(poisoned, now):
    done = []
    for one in each("try", ["a", "b", "c"], now=now):
        with one as row:
            if row in poisoned:
                raise ValueError("the words of the row")
            done.append(row)
    return done


def test_the_others_go_on_and_it_is_tried_less_and_less_often(caplog):
    assert walk({"b"}, NOW) == ["a", "c"]
    assert walk(set(), NOW + timedelta(seconds=9)) == ["a", "c"]
    assert walk({"b"}, NOW + timedelta(seconds=10)) == ["a", "c"]
    (stuck,) = Stuck.objects.all()
    assert (stuck.job, stuck.about, stuck.fault, stuck.times, stuck.since) == ("try", "b", "ValueError", 2, NOW)
    assert len(caplog.records) == 1
    assert walk(set(), NOW + timedelta(seconds=29)) == ["a", "c"]
    assert walk(set(), NOW + timedelta(seconds=30)) == ["a", "b", "c"]
    assert not Stuck.objects.exists()


def test_what_is_no_rows_own_ends_the_walk():
    with pytest.raises(KeyError):
        for one in each("try", ["a"], now=NOW, passing=(KeyError,)):
            with one:
                raise KeyError


def test_a_round_that_cannot_be_closed_is_kept_in_mind(monkeypatch):
    made = people.open_round(people.team(9))
    after = NOW + timedelta(days=15)

    def broken(**_words):
        raise RuntimeError

    monkeypatch.setattr(closing.steps, "close", broken)
    assert closing.close_due(now=after) == []
    assert Stuck.objects.get().about == str(made.id)
    monkeypatch.undo()
    assert closing.close_due(now=after + timedelta(seconds=10)) == [made.id]
    assert Round.objects.get().state == RoundState.RELEASED
    assert not Stuck.objects.exists()

"""Jobs go on: a failing one is tried again and holds up no other."""

import threading
import time

import pytest
from django.db import connection, connections

from kulturspejl.live import bell
from kulturspejl.web import news
from kulturspejl.web.jobs import ALL, Job, Jobs
from tests import people
from tests.actions import town


def until(holds):
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_failing_job_is_tried_again_and_stops_no_other(caplog):
    turns = {"bad": 0, "good": 0}
    enough = threading.Event()

    def bad():
        turns["bad"] += 1
        raise OSError("no mail server")

    def good():
        turns["good"] += 1
        if turns["good"] > 2 and turns["bad"] > 2:
            enough.set()

    jobs = Jobs([Job("bad", bad, 0.01, goes_by_clock=False), Job("good", good, 0.01, goes_by_clock=False)])
    jobs.start()
    assert enough.wait(60)
    jobs.stop()
    assert "'bad' failed and is tried again" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_a_job_that_rests_for_long_holds_no_connection_meanwhile():
    of = {}

    def noting(name):
        def work():
            connection.ensure_connection()
            of[name] = connections["default"]

        return work

    both = [Job(name, noting(name), rest, goes_by_clock=False) for name, rest in (("rare", 600), ("often", 0.2))]
    jobs = Jobs(both)
    jobs.start()
    until(lambda: len(of) == 2 and of["rare"].connection is None)
    assert of["often"].connection is not None
    jobs.stop()


@pytest.mark.slow
def test_stopping_waits_for_the_turn_that_is_under_way():
    begun, may_end, ended = threading.Event(), threading.Event(), threading.Event()

    def slow():
        begun.set()
        may_end.wait(60)
        ended.set()

    jobs = Jobs([Job("slow", slow, 0.01, goes_by_clock=False)])
    jobs.start()
    assert begun.wait(60)
    threading.Timer(0.2, may_end.set).start()
    jobs.stop()
    assert ended.is_set()


@pytest.mark.django_db(transaction=True)
def test_the_jobs_of_an_instance_run_on_an_empty_store():
    assert {job.name for job in ALL} == {
        "mail", "close", "participation", "rooms", "keys", "forms", "practice", "sessions", "letters", "tell", "clock",
        "unit lists", "ended", "events", "changes", "courses", "course letters", "reading", "minutes", "meetings",
        "plan reminders", "shared lines", "plans by address", "sweep",
    }  # fmt: skip
    for job in ALL:
        job.work()


@pytest.mark.django_db(transaction=True)
def test_a_changed_word_of_participation_rings_once_and_each_letter_batch_rings(mailoutbox):
    made = people.open_round(people.team(9))
    topic = f"round:{made.id}"
    before = bell.stamp(topic)
    news.send_and_ring()
    assert len([letter for letter in mailoutbox if letter.about == made.id]) == 9
    assert bell.stamp(topic) != before
    news.ring_for_participation()
    quiet = bell.stamp(topic)
    news.ring_for_participation()
    assert bell.stamp(topic) == quiet
    for code in made.codes[:8]:
        town.answer(code, town.profile(4, 2, 2))
    news.ring_for_participation()
    assert bell.stamp(topic) != quiet

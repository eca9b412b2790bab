"""Jobs go on: a failing one is tried again and holds up no other."""

import threading

import pytest

from kulturspejl.web.jobs import ALL, Job, Jobs


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

    jobs = Jobs([Job("bad", bad), Job("good", good)], seconds=0.01)
    jobs.start()
    assert enough.wait(10)
    jobs.stop()
    assert "'bad' failed and is tried again" in caplog.text


def test_stopping_waits_for_the_turn_that_is_under_way():
    begun, may_end, ended = threading.Event(), threading.Event(), threading.Event()

    def slow():
        begun.set()
        may_end.wait(10)
        ended.set()

    jobs = Jobs([Job("slow", slow)], seconds=0.01)
    jobs.start()
    assert begun.wait(10)
    threading.Timer(0.2, may_end.set).start()
    jobs.stop()
    assert ended.is_set()


@pytest.mark.django_db(transaction=True)
def test_the_jobs_of_an_instance_run_on_an_empty_store():
    assert {job.name for job in ALL} == {"mail", "close"}
    for job in ALL:
        job.work()

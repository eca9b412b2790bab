"""The check of addresses: off unless it is turned on, at night, each once, and one letter a week and a day before."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kulturspejl.actions.letters import sending
from kulturspejl.actions.reading import checking
from kulturspejl.actions.reading.asking import Answer, Web
from kulturspejl.actions.reading.checking import take_a_turn
from kulturspejl.records.models import AskedAddress, CourseDay, CourseReading, Letter
from tests.actions.reading.course import DAYS, made

pytestmark = pytest.mark.django_db
MODULE_2 = DAYS["module_2"]
LEAD = "https://lead.eu/artikel/saadan-afdaekker-du-kulturen-i-din-organisation"


def at(days_before: int, hour: int) -> datetime:
    on = MODULE_2 - timedelta(days=days_before)
    return datetime(on.year, on.month, on.day, hour, tzinfo=UTC)


@pytest.fixture
def said(monkeypatch, settings):
    """Each address that was asked; one of the two is gone."""
    settings.KULTURSPEJL_CHECK_LINKS = True
    asked = []

    def ask(address, web):
        asked.append(address)
        return Answer.GONE if address == LEAD else Answer.ANSWERS

    monkeypatch.setattr(checking, "ask", ask)
    return asked


def letters():
    return list(Letter.objects.filter(kind="links_gone").order_by("id"))


def test_nobody_is_asked_and_nobody_told_unless_it_is_turned_on(monkeypatch):
    made()
    monkeypatch.setattr(checking, "ask", lambda *_given: pytest.fail("asked"))
    take_a_turn(now=at(7, 2))
    assert not AskedAddress.objects.exists()


def test_what_has_waited_longest_is_asked_first_so_that_no_long_list_pushes_others_out(said, monkeypatch):
    made()
    monkeypatch.setattr(checking, "MOST_A_TURN", 1)
    for night in range(10, 7, -1):
        take_a_turn(now=at(night, 2))
    assert len(set(said)) == min(3, len(set(CourseReading.objects.exclude(address="").values_list("address"))))


def test_each_address_is_asked_once_a_night_and_nothing_by_day_or_long_before(said):
    made()
    take_a_turn(now=at(7, 12))
    take_a_turn(now=at(80, 2))
    assert said == []
    take_a_turn(now=at(7, 2))
    take_a_turn(now=at(7, 3))
    assert sorted(said) == sorted(CourseReading.objects.exclude(address="").values_list("address", flat=True))
    take_a_turn(now=at(6, 2))
    assert len(said) == 4
    CourseReading.objects.filter(address=LEAD).update(address="")
    take_a_turn(now=at(5, 2))
    assert not AskedAddress.objects.filter(address=LEAD).exists()


def test_one_letter_a_week_and_one_a_day_before_to_whoever_holds_the_course(said):
    course = made()
    for days in (9, 8, 7, 6, 2, 1, 0):
        for hour in (2, 3, 12):
            take_a_turn(now=at(days, hour))
    first, second = letters()
    for letter in (first, second):
        assert letter.to == course.frida
        assert letter.path == f"/facilitate/courses/{course.id}/reading"
        assert letter.values["what"] == "Sådan afdækker du kultur i din organisation"


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2027, 2, 1), [date(2027, 1, 25), date(2027, 1, 29)]),  # A Monday: not on the Sunday, to come on the day.
        (date(2027, 3, 30), [date(2027, 3, 23), date(2027, 3, 24)]),  # The Tuesday after Easter.
    ],
)
def test_before_a_monday_and_after_holidays_the_letter_comes_while_something_can_still_be_done(said, day, told):
    course = made()
    CourseDay.objects.filter(held=course.class_id, part="module_2").update(day=day)
    found = []
    for back in range(14, -1, -1):
        on, before = day - timedelta(days=back), len(letters())
        for hour in (2, 12):
            take_a_turn(now=datetime(on.year, on.month, on.day, hour, tzinfo=UTC))
        found += [on] * (len(letters()) - before)
    assert found == told


def test_a_link_that_answers_again_before_the_letter_goes_is_told_to_nobody(said, mailoutbox):
    made()
    take_a_turn(now=at(7, 2))
    assert len(letters()) == 1
    AskedAddress.objects.update(answer=Answer.ANSWERS)
    sending.send_waiting(now=at(7, 9))
    assert not [one for one in mailoutbox if "Links" in one.subject]


def test_when_all_answer_there_is_no_letter(said):
    made()
    CourseReading.objects.filter(address=LEAD).update(address="https://example.dk/")
    for days in (7, 1):
        take_a_turn(now=at(days, 2))
    assert letters() == []
    assert said


def test_a_real_turn_resolves_before_it_asks(settings):
    settings.KULTURSPEJL_CHECK_LINKS = True
    made()
    reached = []
    web = Web(resolve=lambda host, port: ["10.0.0.1"], connect=lambda *where: reached.append(where))
    take_a_turn(now=at(7, 2), web=web)
    assert reached == []
    inner = set(AskedAddress.objects.values_list("answer", flat=True))

    def nobody(host, port):
        raise OSError(host)

    take_a_turn(now=at(6, 2), web=Web(resolve=nobody))
    assert inner == set(AskedAddress.objects.values_list("answer", flat=True)) == {Answer.GONE}, (
        "a name of a closed network and one of nowhere are told by the same words"
    )

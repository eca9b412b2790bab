"""One letter before each day and one after, once to each, on working days, and none where it is switched off."""

import re
import uuid
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.test import override_settings

from kulturspejl.access.course_access import ends_of, key_of, membership_by_key
from kulturspejl.actions import courses, own_plan
from kulturspejl.actions import people as grants
from kulturspejl.actions.courses import CourseWish
from kulturspejl.core.errors import Conflict, NotThere
from kulturspejl.core.writing import dates
from kulturspejl.readers.own_plan import beside
from kulturspejl.records.models import CourseLetter, Membership, SharedLine
from kulturspejl.values.course_told import not_told, not_told_off
from kulturspejl.values.the_library import the_library
from tests.actions.courses.made import FIRST, a_course, days, put_on
from tests.actions.town import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
HOUR = timedelta(hours=1)


def at(day, hour: int = 9) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo("Europe/Copenhagen"))


def walk(*around) -> list[tuple[str, str, str]]:
    """Nine days before each day until four days after it, three times a day: (day, address, subject) of each letter."""
    found = []
    for day in (one + timedelta(days=away) for one in around for away in range(-9, 5)):
        for hour in (6, 9, 21):
            courses.tell_due(now=at(day, hour))
            courses.send_waiting(now=at(day, hour))
            found += [(day.isoformat(), one.to[0], one.subject) for one in mail.outbox]
            mail.outbox.clear()
    return found


@override_settings(KULTURSPEJL_QUIET_HOURS=True)
def test_each_gets_their_own_link_once_and_one_letter_before_and_one_after_each_day():
    made = a_course(people="karen@havnby.test\nlars@havnby.test\n")
    sent = walk(FIRST, FIRST + timedelta(days=42))
    to_karen = [(day, subject) for day, address, subject in sent if address == "karen@havnby.test"]
    assert len(to_karen) == 5
    assert len(sent) == 10
    assert to_karen[0] == ("2026-12-07", "Din side i kurset Psykisk arbejdsmiljø 2027")
    # The start workshop is Monday, 14 December: five working days before, and the working day after.
    assert to_karen[1][0] == "2026-12-07"
    assert to_karen[2] == ("2026-12-15", "Efter opstartsworkshoppen: det næste")
    assert all(datetime.fromisoformat(day).weekday() < 5 for day, _subject in to_karen)
    assert CourseLetter.objects.filter(state="sent").count() == 10
    assert made.held.id


def test_a_letter_carries_the_link_that_opens_the_page_and_nobody_elses():
    made = a_course()
    courses.send_waiting(now=NOW)
    links = {one.to[0]: re.search(r"/course/(\w+)", one.body)[1] for one in mail.outbox}
    assert links["karen@havnby.test"] == made.key("Karen")
    assert len(set(links.values())) == 4
    assert "Frida" in mail.outbox[0].body
    assert "14. juli 2027" not in mail.outbox[0].body
    member = made.member("Karen")
    assert made.key("Karen") not in str(vars(member)), "only its hash is kept"


def test_letters_that_are_switched_off_do_not_come_and_a_moved_day_takes_its_letter_along():
    made = a_course(wish=CourseWish("Kurset", letters_after=False))
    near = at(FIRST - timedelta(days=6))
    courses.tell_due(now=near)
    assert CourseLetter.objects.filter(kind="before_start_workshop").count() == 4
    wish = CourseWish("Kurset", letters_before=False, letters_after=False)
    courses.change_course(by=made.frida, course_id=made.course_id, wish=wish, now=near)
    courses.send_waiting(now=near)
    assert {one.subject for one in mail.outbox} == {"Din side i kurset Kurset"}
    assert not CourseLetter.objects.filter(kind="before_start_workshop").exists()
    courses.tell_due(now=at(FIRST + timedelta(days=1)))
    assert not CourseLetter.objects.filter(kind="after_start_workshop").exists()


def move(made, now, **changes):
    wishes = days()
    wishes["start_workshop"] = replace(wishes["start_workshop"], **changes)
    courses.change_days(by=made.frida, class_id=made.class_id, name="Hold 1", days=wishes, now=now)
    return not_told(made.day("start_workshop"))


def test_a_day_that_moves_after_its_letter_is_written_about_once_to_those_who_were_told_another():
    made = a_course()
    near, day_id = at(FIRST - timedelta(days=6)), made.day("start_workshop").id
    assert move(made, near, place="Havnen 2") == set(), "nobody has been told a day yet"
    courses.tell_due(now=near)
    courses.send_waiting(now=near)
    put_on(made.frida, made.class_id, "sent@havnby.test\n", now=near)
    mail.outbox.clear()
    assert len(move(made, near, day=FIRST + timedelta(days=1), place="Havnen 2")) == 4
    assert move(made, near, place="Havnen 2") == set(), "and back again: they know it"
    assert len(move(made, near, day=FIRST + timedelta(days=1), starts=8 * 60)) == 4
    form = uuid.uuid4()
    assert courses.tell_moved(by=made.frida, day_id=day_id, form=form, now=near) == 4
    assert courses.tell_moved(by=made.frida, day_id=day_id, form=form, now=near) == 0
    assert courses.tell_moved(by=made.frida, day_id=day_id, form=uuid.uuid4(), now=near) == 0, "they wait to be sent"
    courses.send_waiting(now=near)
    told = [one for one in mail.outbox if "Ændret" in one.subject]
    assert sorted(one.to[0].partition("@")[0] for one in told) == ["amir", "karen", "lars", "tove"]
    assert "Opstartsworkshop er nu 15. december 2026 kl. 8.00–12.00, Havnen 1." in told[0].body
    assert not_told(made.day("start_workshop")) == set()
    assert len(move(made, near, place="Havnen 2")) == 4, "a second move is a second letter"
    assert courses.tell_moved(by=made.frida, day_id=day_id, form=uuid.uuid4(), now=near) == 4
    move(made, near, day=FIRST + timedelta(days=1), starts=8 * 60)
    mail.outbox.clear()
    courses.send_waiting(now=near)
    assert [one for one in mail.outbox if "Ændret" in one.subject] == [], "it is as they were told, before it was sent"
    with pytest.raises(Conflict):
        courses.tell_moved(by=made.frida, day_id=day_id, now=at(FIRST + timedelta(days=2)))
    with pytest.raises(NotThere):
        courses.tell_moved(by=made.town.leader, day_id=day_id, now=near)


def without(made, part, now):
    wishes = days()
    del wishes[part]
    courses.change_days(by=made.frida, class_id=made.class_id, name="Hold 1", days=wishes, now=now)


def test_a_day_that_is_called_off_after_its_letter_is_written_about_once_to_those_who_were_told():
    made, part = a_course(), "start_workshop"
    near = at(FIRST - timedelta(days=6))
    courses.tell_due(now=near)
    courses.send_waiting(now=near)
    put_on(made.frida, made.class_id, "sent@havnby.test\n", now=near)
    with pytest.raises(Conflict):
        courses.tell_called_off(by=made.frida, class_id=made.class_id, part=part, now=near)
    without(made, part, near)
    assert len(not_told_off(made.class_id, part, near.date())) == 4
    assert not_told_off(made.class_id, "module_1", near.date()) == {}, "nobody has been told it"
    with pytest.raises(NotThere):
        courses.tell_called_off(by=made.town.leader, class_id=made.class_id, part=part, now=near)
    form = uuid.uuid4()
    for told in (4, 0):
        assert courses.tell_called_off(by=made.frida, class_id=made.class_id, part=part, form=form, now=near) == told
    mail.outbox.clear()
    courses.send_waiting(now=near)
    sent = [one for one in mail.outbox if "aflyst" in one.subject]
    assert sorted(one.to[0].partition("@")[0] for one in sent) == ["amir", "karen", "lars", "tove"]
    assert sent[0].subject == "Kursusdag aflyst: 14. december 2026"
    assert "Opstartsworkshop, som du har fået brev om, bliver ikke holdt 14. december 2026." in sent[0].body
    assert not_told_off(made.class_id, part, near.date()) == {}
    again = {**days(), part: replace(days()[part], day=FIRST + timedelta(days=2))}
    courses.change_days(by=made.frida, class_id=made.class_id, name="Hold 1", days=again, now=near)
    assert len(not_told(made.day(part))) == 4, "it is held after all, and they have been told that it is not"


def test_a_day_that_is_held_again_before_the_letter_goes_is_not_called_off():
    made, near = a_course(), at(FIRST - timedelta(days=6))
    courses.tell_due(now=near)
    courses.send_waiting(now=near)
    without(made, "start_workshop", near)
    assert not_told_off(made.class_id, "start_workshop", FIRST + timedelta(days=1)) == {}, "what has been is no news"
    courses.tell_called_off(by=made.frida, class_id=made.class_id, part="start_workshop", now=near)
    courses.change_days(by=made.frida, class_id=made.class_id, name="Hold 1", days=days(), now=near)
    mail.outbox.clear()
    courses.send_waiting(now=near)
    assert [one for one in mail.outbox if "aflyst" in one.subject] == []


def test_the_letter_a_week_before_comes_before_the_new_day_of_one_that_has_moved_by_weeks():
    made = a_course(people="karen@havnby.test\n")
    later, before = FIRST + timedelta(days=28), at(FIRST - timedelta(days=6))
    courses.tell_due(now=before)
    courses.send_waiting(now=before)
    move(made, before, day=later)
    courses.tell_moved(by=made.frida, day_id=made.day("start_workshop").id, now=before)
    courses.send_waiting(now=before)
    mail.outbox.clear()
    found = [one for one in walk(later) if "gør jer klar" in one[2]]
    assert [one[:2] for one in found] == [("2027-01-04", "karen@havnby.test")]
    letter = CourseLetter.objects.filter(kind="before_start_workshop").latest("id")
    assert letter.said.startswith(later.isoformat())


def test_a_day_that_moves_within_its_week_brings_no_second_letter():
    made = a_course(people="karen@havnby.test\n")
    near = at(FIRST - timedelta(days=6))
    courses.tell_due(now=near)
    courses.send_waiting(now=near)
    move(made, near, day=FIRST - timedelta(days=2))
    mail.outbox.clear()
    assert [one for one in walk(FIRST) if "gør jer klar" in one[2]] == []


def test_whoever_comes_late_gets_what_is_still_ahead_and_nothing_of_what_has_been():
    made = a_course()
    courses.tell_due(now=at(FIRST + timedelta(days=1)))
    put_on(made.frida, made.class_id, "sent@havnby.test\n", now=at(FIRST + timedelta(days=1)))
    courses.tell_due(now=at(FIRST + timedelta(days=2)))
    kinds = list(CourseLetter.objects.filter(to__address="sent@havnby.test").values_list("kind", flat=True))
    assert kinds == ["course_welcome"]


def test_the_day_that_a_letter_or_a_page_names_as_the_last_is_still_good():
    made = a_course(people="karen@havnby.test\n")
    courses.send_waiting(now=NOW)
    end = ends_of({made.class_id})[made.class_id]
    assert f"Siden virker, indtil den bliver slettet {dates.day(end, 'da')}." in mail.outbox[0].body
    late = at(end - timedelta(days=1), 23)
    courses.delete_due(now=late)
    karen = Membership.objects.get()
    assert membership_by_key(key_of(karen.id, karen.key_turn), now=late)
    own_plan.share_line(by=karen, words="Jeg spørger først", now=late - timedelta(days=3))
    assert SharedLine.objects.get().ends_on == late.date(), "read until and with that day, and the next one it is gone"


def test_of_a_weekly_letter_the_page_counts_those_that_come_before_the_class_goes():
    made = a_course(people="karen@havnby.test\n")
    end = ends_of({made.class_id})[made.class_id]
    karen, now = Membership.objects.get(), at(end - timedelta(days=20))
    assert beside(karen, now=now - timedelta(days=60)).gone_on is None
    assert beside(karen, now=now).gone_on == end
    own_plan.remind(by=karen, weekday=end.weekday() % 5, now=now)
    days = beside(karen, now=now).days
    assert days
    assert max(days) < end
    mail.outbox.clear()
    for day in range(60):
        moment = at(now.date() + timedelta(days=day))
        own_plan.tell_due(now=moment)
        courses.send_waiting(now=moment)
    assert len([one for one in mail.outbox if "minde dig" in one.subject]) == len(days)


def test_a_letter_names_nobody_to_ask_who_has_left_the_course():
    made = a_course(people="karen@havnby.test\n")
    grants.end(by=made.town.steward, grant_id=made.frida.grants.get().id, now=NOW)
    courses.send_waiting(now=NOW)
    (letter,) = mail.outbox
    assert letter.reply_to == ["Sanne <sanne@havnby.test>"]
    assert "frida" not in letter.body.lower()


def test_the_letter_after_a_day_is_true_for_whoever_was_not_there(mailoutbox):
    """Who came is kept of nobody, so each gets the same words."""
    made = a_course(people="karen@havnby.test\n")
    courses.tell_due(now=at(FIRST + timedelta(days=1)))
    courses.send_waiting(now=at(FIRST + timedelta(days=1)))
    (letter,) = [one for one in mailoutbox if one.subject.startswith("Efter")]
    assert "Tak til alle, der var med." in letter.body
    assert "Var du der ikke, eller har du spørgsmål? Skriv til Frida" in letter.body
    for name, words in the_library().short_letters.items():
        if name.startswith("after_module"):
            assert "Tak til alle, der var med" in words.body.da
            assert "If you were not there" in words.body.en
    assert made.held.id


def test_a_new_link_makes_the_old_one_useless():
    made = a_course()
    before = made.key("Karen")
    courses.renew_key(by=made.frida, class_id=made.class_id, member_id=made.member("Karen").id, now=NOW)
    assert made.key("Karen") != before
    assert CourseLetter.objects.filter(kind="course_welcome", to=made.member("Karen")).count() == 2


def test_a_restore_under_another_secret_is_mended_by_the_next_letter(settings):
    made = a_course()
    old = made.key("Karen")
    settings.SECRET_KEY = "another secret of this test, which is long enough"
    with pytest.raises(NotThere):
        membership_by_key(made.key("Karen"), now=NOW)
    courses.ask_link(address="karen@havnby.test", now=NOW)
    courses.send_waiting(now=NOW)
    assert membership_by_key(made.key("Karen"), now=NOW).member.name == "Karen Holm"
    assert made.key("Karen") != old

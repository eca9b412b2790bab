"""Half a year of a course and of a place of work, by forms, letters and real browsers, on a clock that is moved.

A provider who is the facilitator too, two classes (one in Danish, one in English), a leader with AMR and TR, a leader
alone, somebody who comes late, and a group that signed up by a link.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

import pytest
from playwright.sync_api import expect

from tests.fixtures.served import Server, finish
from tests.journeys.half_a_year.cast import (
    AFTER,
    ARNE,
    BEFORE,
    BODIL,
    DAYS,
    ELLEN,
    EMPLOYEES,
    EVA,
    FACILITATOR,
    HARBOUR,
    HOME_CARE,
    HR,
    KEPT,
    KIM,
    LEE,
    LONE,
    MADE,
    MONA,
    OTHER_AFTER,
    OTHER_BEFORE,
    OTHER_DAYS,
    OTTO,
    PIA,
    SCHOOL,
    SVEN,
    TOM,
    TOVE,
    ULLA,
    UNITS,
    VERA,
    WARD,
    Person,
)
from tests.journeys.half_a_year.course import (
    A_PDF,
    about_the_course,
    as_rows,
    classes,
    own,
    own_page,
    put_on,
    typed_days,
)
from tests.journeys.half_a_year.days import at_the_door, come_in, made_ready, take_over_for_the_unit
from tests.journeys.half_a_year.days import opened as opened_room
from tests.journeys.half_a_year.looking import LAPTOP, PHONE, look, look_at, picture
from tests.journeys.half_a_year.place import Year, set_clock
from tests.journeys.half_a_year.unit import answer, ask, take_stock, unit_of
from tests.journeys.test_a_month import begin, take
from tests.journeys.test_a_month import look as look_at_units
from tests.people import ANSWERS
from tests.readers.test_since import MOVED

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FIVE = (ULLA, VERA, OTTO, PIA, EVA)
PEOPLE = [*EMPLOYEES, ARNE.address, TOVE.address]


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Year]:
    """An empty instance on the day on which the course is made."""
    folder = tmp_path_factory.mktemp("instance")
    file = folder / "clock"
    set_clock(file, MADE, time(9, 30))
    words = {"KULTURSPEJL_DEMO": "1", "KULTURSPEJL_CLOCK_FILE": str(file), "KULTURSPEJL_QUIET_HOURS": "1"}
    made = Server(folder, words).start()
    yield Year(made, file, MADE)
    finish([made])


def test_1_the_administrator_begins_and_gives_permissions(year: Year):
    steward = begin(year.place)
    assert "3" in take(steward, look_at_units(steward, UNITS)).words
    for person, role in ((FACILITATOR, "facilitator"), (HR, "hr")):
        page = steward.get("/people")
        given = steward.send(page, email=person.address, name=person.name, role=role, unit="", ends="")
        assert given.status == 200
        assert person.name in given.words
    came = year.today()
    assert {one.to for one in came} >= {LONE.address, ELLEN.address, FACILITATOR.address}


def test_2_the_provider_makes_a_course_with_two_classes(year: Year):
    frida = year.visitor(FACILITATOR.address)
    form = frida.get("/facilitate/courses/new/psychosocial")
    typed = {
        "name": "Psykisk arbejdsmiljø og trivsel", "class_name": "Hold 1", "letters_before": "1", "letters_after": "1",
        "certificates": "1", "kept_days": str(KEPT), **typed_days(DAYS, "Rådhuset, sal 2"),
    }  # fmt: skip
    late = frida.send(form, **{**typed, "module_2.day": "2027-01-02"})
    assert "Dagen ligger ikke efter den forrige dag" in late.words
    made = frida.send(form, **typed)
    assert made.path.startswith("/facilitate/courses/"), made.words[:800]
    english = year.visitor(FACILITATOR.address, "en")
    more = english.send(english.get(made.path + "/class"), class_name="Class 2", **typed_days(OTHER_DAYS, "Town hall"))
    assert more.path.startswith("/facilitate/class/"), more.words[:800]
    assert set(classes(frida)) >= {"Hold 1", "Class 2"}


def test_3_people_come_on_by_a_list_and_by_a_link(year: Year):
    frida, english = (year.visitor(FACILITATOR.address, language) for language in ("da", "en"))
    first, second = classes(frida)["Hold 1"], classes(frida)["Class 2"]
    trio = [(SCHOOL, "leader", LONE), (SCHOOL, "amr", ARNE), (SCHOOL, "tr", TOVE), (HOME_CARE, "leader", SVEN)]
    five = [(WARD, role, one) for role, one in zip(("leader", "amr", "amr", "tr", "tr"), FIVE, strict=True)]
    rows = as_rows([*trio, *five], "da")
    assert "Linje 11" in put_on(frida, first, rows + "\nFjordskolen;leder;Ib;ib@").words
    assert "9 personer er sat på holdet" in put_on(frida, first, rows).words
    others = as_rows([(HARBOUR, "leader", ELLEN), (HARBOUR, "tr", TOM), ("Library", "leader", LEE)], "en")
    assert "3 people are put on the class" in put_on(english, second, others).words
    until = (MADE + timedelta(days=4)).isoformat()
    page = frida.send(frida.get(first), f"{first}/sign-up", do="open", most="4", until=until)
    door = re.search(r'href="https?://[^/"]+(/sign-up/[^"]+)"', page.text)[1]
    welcomed = {one.to: one for one in about_the_course(year.today())}
    assert set(welcomed) == {one.address for one in (LONE, ARNE, TOVE, SVEN, *FIVE, ELLEN, TOM, LEE)}
    assert "Din side i kurset" in welcomed[LONE.address].subject
    assert "Your page of the course" in welcomed[ELLEN.address].subject

    guest = year.visitor()
    typed = {"workplace": "Biblioteket", "name.0": BODIL.name, "address.0": BODIL.address, "role.1": "tr"}
    done = guest.send(guest.get(door), **typed, **{"name.1": KIM.name, "address.1": KIM.address})
    assert f"Et brev er på vej til {BODIL.address}" in done.words
    (asked,) = year.today()
    assert (asked.to, asked.subject.partition(":")[0]) == (BODIL.address, "Bekræft din tilmelding")
    page = guest.get(asked.path("/course/"))
    assert "Du er på vej til Opstartsworkshop, dag 1 af 4." in guest.send(page, do="confirm").words
    (told,) = year.today()
    assert told.to == KIM.address
    assert "Der er ikke flere pladser" in guest.get(door).words
    assert "Holdet har sine 4 grupper" in frida.get(first).words, "and whoever holds it is told so"
    year.walk_to(MADE + timedelta(days=5))
    assert "Tilmeldingen er lukket" in guest.get(door).words


@dataclass(frozen=True)
class Words:
    """What stands on a phone's pages of the course."""

    dialogue: str
    model: str
    question: str
    kept: str
    come_in: str
    go_on: str


LINE = "Aftenvagten mangler hjælp, å & 100 %"
WORDS = {
    "da": Words(
        "Hold en fælles dialog", "Krav-ressourcemodellen", "Hvad lærte vi om vores arbejde?", "Gemt i denne browser.",
        "Kom ind i rummet", "Gå videre",
    ),
    "en": Words(
        "Hold a shared dialogue", "The demands–resources model", "What did we learn about our work?",
        "Kept in this browser.", "Come into the room", "Go on",
    ),
}  # fmt: skip


def written_at_home(year: Year, phone, person: Person, words: Words) -> None:
    """The line of the homework, which stays in this browser."""
    phone.goto(year.place.url + own(year, person))
    phone.get_by_role("link", name=words.dialogue).click()
    picture(phone, "da" if words is WORDS["da"] else "en", "homework-phone")
    phone.get_by_label(words.model).check()
    phone.get_by_label(words.question).fill(LINE)
    expect(phone.get_by_text(words.kept, exact=True)).to_be_visible()


def into_the_room(year: Year, phone, person: Person, words: Words, axe) -> None:
    """With one press on the own page; the phone has chosen its six words."""
    phone.goto(year.place.url + own(year, person))
    picture(phone, "da" if words is WORDS["da"] else "en", "today-phone")
    look(phone, axe)
    phone.get_by_role("button", name=words.come_in).click()
    expect(phone.locator("[data-words]")).to_be_visible()
    axe(phone)
    phone.get_by_role("link", name=words.go_on).click()


def addresses(*people) -> list[str]:
    return sorted(one.address for one in people)


def test_4_the_start_workshop_with_a_letter_before_and_one_after(year: Year):
    frida = year.visitor(FACILITATOR.address)
    everybody = (LONE, ARNE, TOVE, SVEN, *FIVE, BODIL, KIM)
    came = year.walk_to(DAYS["start_workshop"])
    assert {one.day for one in came} == {BEFORE["start_workshop"]}
    assert sorted(one.to for one in came) == addresses(*everybody)
    day = made_ready(year, frida, classes(frida)["Hold 1"], "Opstartsworkshop")
    crew = [come_in(day, own(year, one), seed=at) for at, one in enumerate(everybody[1:])]
    day.go_to("Roller og forventninger · Find jeres TRIO")
    day.press(verb="divide")
    day.go_to("Roller og forventninger · Hver for sig")
    assert all(one.answer() for one in crew)
    day.finish()
    assert sorted(one.to for one in year.walk_to(AFTER["start_workshop"])) == addresses(*everybody)
    assert "Du er på vej til Modul 1, dag 2 af 4" in own_page(year, LONE)


def test_5_the_trio_meets_and_the_list_has_a_file_to_read(year: Year):
    lone, arne = year.visitor(LONE.address), year.visitor(ARNE.address)
    unit = unit_of(lone)
    assert f'href="{unit}/trio"' in lone.get(own(year, LONE)).text, "signed in, one's own page leads to the unit"
    assert f'href="{unit}/trio"' not in arne.get(own(year, LONE)).text
    lone.send(lone.get(f"{unit}/trio"), f"{unit}/trio/focus", words="Færre afbrydelser i forberedelsen")
    year.walk_to(date(2027, 2, 1))
    meeting = {"day": "2027-02-08", "starts": "13:30", "place": "Kontoret"}
    assert "8. februar 2027" in arne.send(arne.get(f"{unit}/trio"), f"{unit}/trio/meetings", **meeting).words
    year.walk_to(date(2027, 2, 8))
    meeting = arne.get(re.search(r'href="(/trio/[0-9a-f-]{36})"', arne.get(f"{unit}/trio").text)[1])
    kept = arne.send(meeting, decided="Vi spørger teamet om afbrydelser", who_does_what="Lone tager det op", months="6")
    assert kept.status == 200, kept.words[:500]
    assert "Vi spørger teamet om afbrydelser" in lone.get(f"{unit}/trio").words

    frida = year.visitor(FACILITATOR.address)
    course = re.search(r'href="(/facilitate/courses/[0-9a-f-]{36})"', frida.get("/facilitate").text)[1]
    text = {"part": "module_1", "title": "Arbejdets krav", "author": "A. Hansen", "year": "2024", "minutes": "12"}
    listed = frida.send(frida.get(f"{course}/reading"), file=("krav.pdf", A_PDF), required="1", reading="", **text)
    assert "Arbejdets krav" in listed.words
    mine = year.visitor()
    page = mine.get(own(year, TOVE) + "/reading")
    assert "Arbejdets krav" in page.words
    assert mine.get(page.link(own(year, TOVE) + "/reading/")).text.startswith("%PDF")


def test_6_module_1_counts_for_the_certificate_and_is_evaluated(year: Year):
    frida = year.visitor(FACILITATOR.address)
    came = year.walk_to(DAYS["module_1"])
    everybody = (LONE, ARNE, TOVE, SVEN, *FIVE, BODIL, KIM)
    danish = [one for one in came if one.to in addresses(*everybody)]
    assert {one.day for one in danish} == {BEFORE["module_1"]}
    assert sorted(one.to for one in danish) == addresses(*everybody)
    day = made_ready(year, frida, classes(frida)["Hold 1"], "Modul 1")
    crew = [come_in(day, own(year, one), seed=at) for at, one in enumerate(everybody)]
    for one in (LONE, SVEN):
        count_present(year, day, one, 1)
    for title in ("De syv udsagn: dit gæt · Dit gæt", "Min udviklingsplan · Hver for sig"):
        day.go_to(title)
        assert not any(one.answer() for one in crew), "it stays on the phone, and there is nothing to send"
    for title in (
        "Sæt arbejdet på trappen · Årsager i arbejdet", "Sænk ét krav, styrk én ressource · Vægt kortene",
        "Evaluering · Hver for sig",
    ):  # fmt: skip
        day.go_to(title)
        assert all(one.answer() for one in crew), title
    day.finish()
    page = frida.get(classes(frida)["Hold 1"])
    assert "11 kom" in page.words


def count_present(year: Year, day, person, days: int) -> None:
    """By the code on the wall, once a day however often it is pressed."""
    mine = year.visitor()
    page = mine.get(own(year, person))
    assert "Det er ikke koden til dagens rum" in mine.send(page, do="present", code="ABCDEF").words
    for _twice in range(2):
        assert f"er {days} af 4 dage talt med" in mine.send(page, do="present", code=day.code).words


def test_7_somebody_comes_late_and_is_told_what_the_others_have_been_through(year: Year):
    frida = year.visitor(FACILITATOR.address)
    year.walk_to(date(2027, 2, 22))
    first = classes(frida)["Hold 1"]
    late = as_rows([("Skovbørnehaven", "leader", MONA)], "da")
    taken = put_on(frida, first, late + "\nSkovbørnehaven;TR;Uden Mail;").words
    assert "1 person er sat på holdet" in taken
    assert "Linje 3: Linjen har ingen mailadresse" in taken
    (welcome,) = year.today()
    assert (welcome.to, "Din side i kurset" in welcome.subject) == (MONA.address, True)
    said = own_page(year, MONA)
    assert "Du er kommet til undervejs" in said
    assert "din egen side fra dagen" not in said, "she was not there, and has none"
    assert "Du er på vej til Modul 2, dag 3 af 4" in said


def test_8_the_homework_is_held_with_the_team_and_one_thing_goes_to_the_plan(year: Year):
    year.walk_to(date(2027, 3, 9))
    lone, arne = year.visitor(LONE.address), year.visitor(ARNE.address)
    unit = unit_of(lone)
    guide = lone.get(own(year, LONE) + "/homework/shared_dialogue")
    opened = lone.send(guide, "/team", programme="team_demands")
    desk = re.search(r'href="(/facilitate/[0-9a-f-]{36})"', opened.text)[1]
    room = opened_room(year, lone, desk)
    crew = [at_the_door(room, f"Kollega {number}", number) for number in range(6)]
    room.go_to("Vores krav og ressourcer · Hver for sig")
    assert all(one.answer() for one in crew)
    agreed = "Én times forberedelse uden telefon om onsdagen"
    over = room.press(verb="agree", what=agreed, owner="Arne", day="2027-04-20")
    assert agreed in over.words
    take_over_for_the_unit(room, arne, unit)
    room.finish()
    waiting = arne.get(f"{unit}/plan")
    assert "Overtaget af Arne Aaen (AMR)" in waiting.words
    assert {one.to for one in year.today()} >= {LONE.address, TOVE.address}, "the rest of the unit's own are told"
    idea = re.search(r'href="(/actions/[0-9a-f-]{36})', waiting.text)[1]
    days = {"due": "2027-03-24", "follow_up": "2027-04-20"}
    arne.send(arne.get(f"{idea}/change"), what=agreed, who="Arne", **days, **{"as": "agreed"})
    assert agreed in lone.get(f"{unit}/plan").words
    for person in (LONE, BODIL):
        mine = year.visitor()
        page = mine.get(own(year, person) + "/homework/shared_dialogue")
        assert "Du har sagt, at det er gjort" in mine.send(page, page.path + "/done", done="1").words




def test_9_what_was_written_at_home_comes_again_at_the_check_in_of_module_2(year: Year, new_page, axe):
    before = [one.day for one in about_the_course(year.walk_to(date(2027, 3, 30))) if one.to == LONE.address]
    assert before == [BEFORE["module_2"]], "Easter counts no working days"
    frida = year.visitor(FACILITATOR.address)
    day = made_ready(year, frida, classes(frida)["Hold 1"], "Modul 2")
    phone = new_page("da", **PHONE)
    phone.goto(year.place.url + own(year, LONE))
    picture(phone, "da", "own-phone")
    look(phone, axe)
    phone.get_by_role("link", name="Læs artiklerne").click()
    phone.get_by_role("checkbox").first.check()
    axe(phone)
    written_at_home(year, phone, LONE, WORDS["da"])
    look(phone, axe)

    year.walk_to(DAYS["module_2"])
    crew = [come_in(day, own(year, one), seed=at) for at, one in enumerate((ARNE, TOVE, SVEN, *FIVE, MONA, BODIL, KIM))]
    into_the_room(year, phone, LONE, WORDS["da"], axe)
    day.go_to("Tjek-ind · Hver for sig")
    expect(phone.locator("[data-recalled] q:visible")).to_have_text(LINE)
    axe(phone)
    day.go_to("Evaluering · Hver for sig")
    assert all(one.answer() for one in crew)
    day.finish()
    phone.goto(year.place.url + own(year, LONE))
    expect(phone.get_by_text("Du er på vej til Modul 3, dag 4 af 4.")).to_be_visible()
    expect(phone.get_by_role("heading", name="Dage, der har været")).to_be_visible()
    picture(phone, "da", "after-phone")
    look(phone, axe)


def test_10_a_round_about_the_culture_by_the_leader_let_out_by_amr(year: Year):
    year.walk_to(date(2027, 4, 5))
    lone, arne = year.visitor(LONE.address), year.visitor(ARNE.address)
    made = ask(lone, unit_of(lone), PEOPLE, date(2027, 4, 14))
    (asked,) = [one for one in year.today() if one.to == ARNE.address]
    assert asked.path("/rounds/").startswith(made.path)
    arne.send(arne.get(f"{made.path}/release"), f"{made.path}/release", agreed="1")
    letters = [one for one in year.today() if "/r/" in one.body]
    assert sorted(one.to for one in letters) == sorted(PEOPLE)
    for letter, given in zip(letters, ANSWERS, strict=True):
        answer(year, letter, given)
    came = year.walk_to(date(2027, 4, 15))
    opened = {one.to for one in came if one.day == date(2027, 4, 15)}
    assert opened == {LONE.address, *PEOPLE}


def result_of(year: Year, visitor) -> str:
    """That of the newest letter that a round has ended."""
    letter = year.to_somebody(LONE.address, "Målingen er slut")[-1]
    return re.search(r'href="(/results/[0-9a-f-]{36})"', visitor.get(letter.path("/")).text)[1]


def test_11_one_trait_and_one_action_are_agreed(year: Year):
    lone = year.visitor(LONE.address)
    result = result_of(year, lone)
    notice, better = "Vi prøver én ting om måneden", "Eleverne"
    trait = {"more_of": "at prøve noget nyt", "less_of": "", "notice": notice, "better_for": better}
    action = lone.send(lone.get(f"{result}/trait"), **trait)
    days = {"due": "2027-04-28", "follow_up": "2027-05-07"}
    kept = lone.send(action, what="Ét forsøg om måneden", who="Tove", **days)
    assert "Ét forsøg om måneden" in kept.words

def test_12_the_english_class_has_the_same_pages_and_its_day(year: Year, new_page, axe):
    year.walk_to(date(2027, 4, 19))
    english = year.visitor(FACILITATOR.address, "en")
    day = made_ready(year, english, classes(english)["Class 2"], "Module 2")
    phone = new_page("en", **PHONE)
    phone.goto(year.place.url + own(year, ELLEN))
    expect(phone.get_by_text("You are on the way to Module 2, day 3 of 4.")).to_be_visible()
    picture(phone, "en", "own-phone")
    look(phone, axe)
    phone.get_by_role("link", name="Read the articles").click()
    axe(phone)
    written_at_home(year, phone, ELLEN, WORDS["en"])
    look(phone, axe)
    year.walk_to(OTHER_DAYS["module_2"])
    crew = [come_in(day, own(year, one), "en", seed=at) for at, one in enumerate((TOM, LEE))]
    into_the_room(year, phone, ELLEN, WORDS["en"], axe)
    day.go_to("Check-in · On your own")
    expect(phone.locator("[data-recalled] q:visible")).to_have_text(LINE)
    axe(phone)
    assert all(one.answer() for one in crew)
    day.finish()
    phone.goto(year.place.url + own(year, ELLEN))
    picture(phone, "en", "after-phone")
    look(phone, axe)
    assert "3 people came" in english.get(classes(english)["Class 2"]).words


def test_13_what_was_agreed_is_looked_at_again_on_its_day(year: Year):
    tove = year.visitor(TOVE.address)
    year.walk_to(date(2027, 5, 7))
    told = {one.address: year.to_somebody(one.address, "Se på jeres handleplan igen") for one in (LONE, ARNE, TOVE)}
    for letters in told.values():
        assert [one.day for one in letters] == [date(2027, 4, 20), date(2027, 5, 7)], "the team's action, and this"
    page = tove.get(told[TOVE.address][-1].path("/units/"))
    at = re.search(r'href="(/actions/[0-9a-f-]{36})"[^>]*>\s*Ét forsøg', page.text)
    assert at, page.text
    said = {"noticed": "yes", "effect": "Vi griner mere", "outcome": "keep", "next_day": "2027-06-21"}
    assert "Vi griner mere" in tove.send(tove.get(at[1] + "/follow-up"), **said).words


def test_14_the_same_is_asked_again_and_something_has_moved(year: Year):
    year.walk_to(date(2027, 5, 10))
    lone, arne = year.visitor(LONE.address), year.visitor(ARNE.address)
    made = ask(lone, unit_of(lone), PEOPLE, date(2027, 5, 21))
    year.today()
    arne.send(arne.get(f"{made.path}/release"), f"{made.path}/release", agreed="1")
    for letter, given in zip([one for one in year.today() if "/r/" in one.body], MOVED, strict=True):
        answer(year, letter, given)
    year.walk_to(date(2027, 5, 24))
    page = lone.get(result_of(year, lone))
    assert "Siden 15. april 2027" in page.words, page.words
    assert "Det er mere end tilfældigt" in page.words
    assert "»at prøve noget nyt«" in page.words


def test_15_the_homework_to_module_3_opens_the_teams_room_with_one_press(year: Year):
    lone = year.visitor()
    page = lone.get(own(year, LONE) + "/homework/towards_module_3")
    assert "Kulturen hjemme hos os" in page.words
    desk = re.search(r'href="(/facilitate/[0-9a-f-]{36})"', lone.send(page, "/team", programme="team_learning").text)[1]
    assert len(opened_room(year, lone, desk).code) == 6
    assert "Du har sagt, at det er gjort" in lone.send(page, page.path + "/done", done="1").words


def test_16_module_3_ends_the_course_with_an_evaluation_and_a_certificate(year: Year):
    frida = year.visitor(FACILITATOR.address)
    year.walk_to(DAYS["module_3"])
    day = made_ready(year, frida, classes(frida)["Hold 1"], "Modul 3")
    everybody = (LONE, ARNE, TOVE, SVEN, *FIVE, MONA, BODIL, KIM)
    crew = [come_in(day, own(year, one), seed=at) for at, one in enumerate(everybody)]
    count_present(year, day, LONE, 2)
    for title in ("Evaluering af hele forløbet · Hver for sig", "Evaluering · Hver for sig"):
        day.go_to(title)
        assert all(one.answer() for one in crew), title
    day.finish()
    certificate = year.visitor().get(own(year, LONE) + "/certificate.pdf")
    assert certificate.text.startswith("%PDF")
    assert year.visitor().get(own(year, MONA) + "/certificate.pdf").status == 404, "who counted no day has none"
    over = frida.get("/facilitate/classes").words
    beside = over[over.index("Over modulerne") :]
    assert beside.index("Modul 1") < beside.index("Modul 2") < beside.index("Modul 3"), over


def final_status(year: Year) -> str:
    """The address of the status that stands in the plan."""
    lone = year.visitor(LONE.address)
    return re.search(r'href="(/status/[0-9a-f-]{36})"', lone.get(own(year, LONE)).text)[1]


LEARNT = "Vi siger det, mens det er let"


def test_17_the_final_status_of_the_plan_is_taken_from_the_page_of_the_course(year: Year):
    lone, arne = year.visitor(LONE.address), year.visitor(ARNE.address)
    unit = unit_of(lone)
    mine = arne.get(own(year, ARNE))
    assert "Status på jeres plan" in mine.words
    kept = take_stock(arne, arne.get(mine.link(f"{unit}/status")), LEARNT)
    assert kept.path.startswith("/status/"), kept.words[:1500]
    said = lone.get(final_status(year)).words
    for words in (LEARNT, "Flere siger til i tide", "at prøve noget nyt", "Ét forsøg om måneden"):
        assert words in said
    assert lone.get(final_status(year) + ".pdf").text.startswith("%PDF")
    assert year.visitor(HR.address).get(final_status(year)).status == 404
    by_time = lone.get(f"{unit}/plan?by=time").words
    thread = "2 målinger, 1 træk, 2 handlinger, 2 opfølgninger, 1 TRIO-møde, 1 teammøde og 4 kursusdage"
    assert f"Siden 19. januar 2027: {thread}" in by_time, by_time
    assert "Status på jeres plan" not in year.visitor().get(own(year, SVEN)).words, "nobody has signed in here"


@pytest.mark.parametrize("language", ["da", "en"])
def test_18_every_page_in_both_languages(year: Year, new_page, axe, language: str):
    visitor = year.visitor(FACILITATOR.address, language)
    course = re.search(r'href="(/facilitate/courses/[0-9a-f-]{36})"', visitor.get("/facilitate").text)[1]
    mine = classes(visitor)["Hold 1" if language == "da" else "Class 2"]
    somebody = re.search(rf'href="({mine}/people/[^"]+)"', visitor.get(mine).text)[1]
    desk = year.sign_in(new_page(language, **LAPTOP), FACILITATOR.address)
    desk.goto(year.place.url + mine)
    picture(desk, language, "class-desk")
    of_class = [mine, f"{mine}/days", f"{mine}/people", somebody, f"{mine}/end"]
    of_course = ["/facilitate", course, f"{course}/class", f"{course}/reading", "/facilitate/courses/new/psychosocial"]
    look_at(desk, year, axe, [*of_class, *of_course, "/facilitate/classes"])
    hr = year.sign_in(new_page(language, **LAPTOP), HR.address)
    look_at(hr, year, axe, ["/courses/counts"])
    picture(hr, language, "counts-desk")
    phone = year.sign_in(new_page(language, **PHONE), LONE.address)
    unit = unit_of(year.visitor(LONE.address))
    result = result_of(year, year.visitor(LONE.address))
    of_unit = [f"{unit}/plan", f"{unit}/plan?by=time", f"{unit}/trio", f"{unit}/status", final_status(year), result]
    look_at(phone, year, axe, ["/home", *of_unit, own(year, LONE)])
    phone.goto(year.place.url + final_status(year))
    picture(phone, language, "status-phone")


def test_19_hr_reads_counts_and_opens_nobody(year: Year):
    hanne = year.visitor(HR.address)
    counts = hanne.get("/courses/counts")
    for word in ("Hold 1", "Class 2"):
        assert word in counts.words
    for person in (LONE, SVEN, ELLEN):
        assert person.name not in counts.words
    frida = year.visitor(FACILITATOR.address)
    assert hanne.get(classes(frida)["Hold 1"]).status == 404


def test_20_everything_ends_on_its_day_and_stands_on_the_ledger(year: Year):
    last = own(year, LONE)
    assert "25. juni 2027" in own_page(year, LONE)
    year.walk_to(date(2027, 6, 24))
    assert year.visitor().get(last).status == 200
    year.walk_to(date(2027, 6, 25))
    assert "Linket virker ikke" in year.visitor().get(last).words
    frida = year.visitor(FACILITATOR.address)
    assert set(classes(frida)) == {"Class 2"}
    year.walk_to(date(2027, 7, 10))
    assert not classes(frida)
    kept = (year.place.var / "deletions.jsonl").read_text()
    assert kept.count("course_class") == 2


def test_21_each_letter_of_the_course_came_once_on_its_day_in_the_language_of_its_class(year: Year):
    days = {"da": (BEFORE, AFTER), "en": (OTHER_BEFORE, OTHER_AFTER)}
    ends = {"da": "Venlig hilsen", "en": "Kind regards"}
    danish, english = (LONE, ARNE, TOVE, SVEN, *FIVE, BODIL, KIM, MONA), (ELLEN, TOM, LEE)
    for people, language in ((danish, "da"), (english, "en")):
        before, after = days[language]
        for one in people:
            welcome, *came = about_the_course(year.to_somebody(one.address))
            wanted = [day for part in before for day in (before[part], after[part]) if day > welcome.day]
            assert [letter.day for letter in came] == wanted, one.name
            for letter in (welcome, *came):
                assert ends[language] in letter.body, letter

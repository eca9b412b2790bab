"""A whole course day at a fast clock: desk, wall and phone in real browsers, and robots by plain requests.

Every step of the programme from joining at 8.45 to the end, with what goes wrong on the way: ten minutes late, a
latecomer, somebody on paper, somebody moved, a group that stops its clock. KULTURSPEJL_PICTURES names a folder for
pictures of each step.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from kulturspejl.library.crew import crew_in
from tests.content import content
from tests.fixtures.served import Server, finish
from tests.journeys.in_the_room import code_of, elsewhere
from tests.journeys.screens import fill_now
from tests.journeys.whole_day import Camera, Clock, Crew, Robot, Stop, crew_of, stops_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LIBRARY = content()
STOPS = stops_of(LIBRARY, "module_2")
NAMES = crew_in("da").names
PICTURES = os.environ.get("KULTURSPEJL_PICTURES", "")
FEW, CLASS = 14, 26
"""How many robots come, one of them late, in every run and in the sweep; beside a phone, and somebody on paper."""
DARK = ("check_in/line", "culture_profile/pairs", "sparring/talk", "evaluation/alone")


@dataclass(frozen=True)
class Words:
    """What stands on the pages, where nothing else tells one thing from the other."""

    wall: str
    question: str
    late: str
    dot: str
    thanks: str
    homework: str
    begins_again: str
    stop_clock: str
    line: str
    goal: str
    step: str
    pair: str
    own: str
    answered: str

    def time(self, written: str) -> str:
        """ "9.45" in this language; "09:45" in English."""
        return written if self.dot == "." else written.replace(".", self.dot).zfill(5)


WORDS = {
    "da": Words("Åbn skærmen i sit eget vindue", "Hvad bragte dig herhen i dag?", "10 minutter bagud", ".",
                "Tak for i dag", "Tag en snak om kulturen derhjemme.", "Vi begynder igen kl.", "Stop vores ur",
                "Nysgerrig og lidt træt", "At turde spørge", "Tal med Jens på tirsdag", "Par",
                "Det, du skrev til dig selv", "Det, du har svaret"),
    "en": Words("Open the wall in its own window", "What brought you here today?", "10 minutes late", ":",
                "Thank you for today", "Talk about the culture at home.", "We begin again at", "Stop our clock",
                "Curious and a little tired", "To dare ask", "Talk to Jens on Tuesday", "Pair",
                "What you wrote for yourself", "What you answered"),
}  # fmt: skip


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> Clock:
    made = Clock(tmp_path_factory.mktemp("clock") / "clock")
    made.to(8 * 60)
    return made


@pytest.fixture(scope="module")
def place(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Iterator[Server]:
    """A demo whose clock the test moves."""
    made = Server(
        tmp_path_factory.mktemp("demo"), {"KULTURSPEJL_DEMO": "1", "KULTURSPEJL_CLOCK_FILE": str(clock.file)}
    )
    shutil.copytree(demo_folder / "var", made.var)
    yield made.start()
    finish([made])


@dataclass
class Day:
    """The three faces, the crew, and where we are."""

    place: Server
    address: str
    clock: Clock
    language: str
    words: Words
    axe: Callable[[Page], None]
    camera: Camera
    desk: Page
    wall: Page
    phone: Page
    crew: Crew
    code: str
    robots: int

    @property
    def on_list(self) -> int:
        """The robots and the phone, one of them late, and Bodil on paper."""
        return self.robots + 1

    @property
    def fours(self) -> int:
        """How many groups of four, some of three: the same before and after the latecomer."""
        return -(-self.on_list // 4)

    @property
    def faces(self) -> dict[str, Page]:
        return {"desk": self.desk, "wall": self.wall, "phone": self.phone}

    def button(self, verb: str, within: str = "") -> Locator:
        return self.desk.locator(f"{within} form:has(input[name=verb][value={verb}]) button".strip())

    def press(self, verb: str, within: str = "") -> None:
        """Press a button of the desk, and wait until the page has it."""
        with self.desk.expect_response(lambda reply: reply.request.method == "POST"):
            self.button(verb, within).first.click()

    def on(self, stop: Stop, number: int) -> None:
        """On to the next station; all three faces follow by themselves."""
        self.clock.at_least(stop.begins)
        self.turn_to_the_last_side()
        self.desk.keyboard.press("PageDown")
        here = self.desk.locator("#day .stop").nth(number).locator("strong")
        # Where a picture could be shown and is not, the desk asks first.
        without = self.desk.locator(".ask form:has(input[name=sure]) button")
        expect(here.or_(without)).to_have_count(1)
        if without.count():
            without.click()
        expect(here).to_have_count(1)
        version = self.desk.locator("input[name=seen]").first.get_attribute("value")
        expect(self.phone.locator("[data-region=head] h1")).to_have_attribute("data-version", str(version))
        title = self.desk.get_by_role("heading", level=1).inner_text()
        expect(self.wall.get_by_role("heading", level=1)).to_have_text(title)

    def turn_to_the_last_side(self) -> list[str]:
        """The arrow turns the wall's sides before it goes on; every line that stood there on the way."""
        seen = self.wall.locator(".lines li").all_inner_texts()
        forms = self.desk.locator("#steer form:has(button[data-keys~=ArrowRight]):has(input[value=turn])")
        while forms.count():
            to = forms.locator("input[name=to]").input_value()
            self.desk.keyboard.press("PageDown")
            expect(self.wall.locator("[data-side]")).to_have_attribute("data-side", to)
            # The desk has its own news of it, perhaps later.
            expect(forms.locator(f'input[name=to][value="{to}"]')).to_have_count(0)
            seen += self.wall.locator(".lines li").all_inner_texts()
        return seen

    def look(self, name: str) -> None:
        """axe on each face, and pictures. The templates are the same in English: there the phone alone is looked at."""
        for page in self.faces.values() if self.language == "da" else (self.phone,):
            page.evaluate("scrollTo(0, 0)")  # What lies half under the desk's bar is no small target.
            self.axe(page)
        step = f"{next(place for place, one in enumerate(STOPS) if one.name == name):02}-{name.replace('/', '-')}"
        self.camera.take(self.faces, step)
        if name in DARK:
            self.camera.take_dark(self.faces, step, self.axe)

    def all_answer(self) -> None:
        """Each robot does what its page asks; all but those on paper and this phone are done, where that is counted."""
        self.crew.each(Robot.answer)
        counted = re.match(
            r"\d+ (?:af|of) (\d+) ", self.desk.locator(".count").inner_text().replace("\n", " ")
        )
        if counted:
            done = min(int(counted[1]), len(self.crew.robots))
            expect(self.desk.locator(".count strong")).to_have_text(str(done))

    def seconds(self, page: Page) -> int:
        timer = page.locator("[role=timer]")
        expect(timer).to_have_text(re.compile(r"^\d+:\d\d$"))
        minutes, seconds = timer.inner_text().split(":")
        return 60 * int(minutes) + int(seconds)


def begin(place: Server, address: str, clock: Clock, axe, new_page, language: str, robots: int) -> Day:
    """8.45: a new day on the facilitator's PC, the wall on the projector, the first phone, all of them at `address`."""
    clock.to(8 * 60 + 45)
    words, camera = WORDS[language], Camera(Path(PICTURES) / language if PICTURES else None)
    desk = new_page(language, 1366, 768)
    desk.goto(f"{address}/demo/")
    desk.locator('form[action="/demo/facilitator"] button').click()
    desk.goto(f"{address}/facilitate")
    axe(desk)
    desk.locator('a[href="/facilitate/new/module_2"]').click()
    desk.locator("input[name=name]").fill("Hold 15" if language == "da" else "Class 15")
    desk.locator("input[name=own_check_in]").fill(words.question)
    desk.locator("textarea[name=homework]").fill(words.homework)
    axe(desk)
    camera.take({"desk": desk}, "prepare")
    desk.locator("form.prepare button:not([name]):not([type=button])").click()
    wall = new_page(language, 1920, 1080)
    wall.goto(address + str(desk.get_by_role("link", name=words.wall).get_attribute("href")))
    code = code_of(desk)
    phone = new_page(language, 390, 844)
    phone.goto(f"{address}/room/{code}")
    axe(phone)
    camera.take({"phone": phone}, "join")
    phone.locator("input[name=name]").fill("Mette")
    phone.locator("form[data-come-in] button, form:has(input[name=name]) button").first.click()
    expect(phone.locator(".six-words strong")).to_have_text(re.compile(r"^(\S+ ){5}\S+$"))
    axe(phone)
    camera.take({"phone": phone}, "card")
    phone.locator(".wide-button").click()
    expect(phone.locator("[data-region=head]")).to_have_count(1)
    crew = crew_of(place, code, NAMES[: robots - 1], language)
    return Day(place, address, clock, language, words, axe, camera, desk, wall, phone, crew, code, robots)


def joining(day: Day) -> None:
    """Everybody is on the list, one of them on paper; the phone is asked for its goal."""
    day.phone.locator("textarea[name=goal]").fill(day.words.goal)
    expect(day.desk.locator("#people h2")).to_contain_text(str(day.robots))
    day.desk.evaluate("document.querySelector('#paper-name').closest('details').open = true")
    day.desk.locator("#paper-name").fill("Bodil")
    day.desk.locator("form:has(#paper-name) button").click()
    expect(day.desk.locator("#people h2")).to_contain_text(str(day.on_list))
    for page in day.faces.values():
        day.axe(page)
    day.camera.take(day.faces, "before")


def a_word(day: Day) -> None:
    """One line each; the phone's own among them, without a name, when it is shown."""
    expect(day.wall.get_by_role("heading", level=1)).to_have_text(day.words.question)
    day.phone.locator("form[data-part] textarea").first.fill(day.words.line)
    day.phone.locator("form[data-part] button").first.click()
    expect(day.phone.locator(".sent-line")).to_be_visible()
    expect(day.wall.locator("main")).not_to_contain_text(day.words.line)
    day.look("check_in/line")
    day.press("show")
    expect(day.wall.locator(".lines li").first).to_be_visible()
    day.axe(day.wall)
    lines = day.turn_to_the_last_side()
    assert len(lines) == day.robots
    assert day.words.line in lines
    expect(day.wall.locator("main")).not_to_contain_text("Mette")
    day.camera.take({"wall": day.wall, "desk": day.desk}, "01-check_in-line-shown")


def circles(day: Day) -> None:
    day.press("divide", "#seats")
    expect(day.wall.locator(".groups > li")).to_have_count(day.fours)
    expect(day.wall.locator(".groups")).to_contain_text("Bodil")


def ten_minutes_late(day: Day) -> None:
    """9.50, and check-in was to end at 9.40: two taps, and neither break nor lunch has moved."""
    day.clock.to(9 * 60 + 50)
    day.desk.reload()
    expect(day.desk.locator("#late h2")).to_have_text(day.words.late)
    day.axe(day.desk)
    day.camera.take({"desk": day.desk}, "03-late")
    before = agenda(day.desk)
    day.desk.locator("#late summary").first.click()
    day.press("replan", "#late")
    expect(day.desk.locator("#late h2")).to_have_count(0)
    after = agenda(day.desk)
    assert after.pop("lecture") == day.words.time("9.50")
    assert before.pop("lecture") == day.words.time("9.40")
    assert after == before
    assert (after["break_morning"], after["lunch"]) == (day.words.time("10.30"), day.words.time("12.00"))
    expect(day.wall.locator(".strip")).to_contain_text(day.words.time("9.50"))


def agenda(desk: Page) -> dict[str, str]:
    starts = desk.locator("#day .agenda .time").all_inner_texts()
    return dict(zip((item.id for item in LIBRARY.programmes["module_2"].items), starts, strict=True))


def away_for_two_minutes(day: Day) -> None:
    """Own slides; the tool is left alone, and everybody comes back to the same second."""
    day.desk.keyboard.press("s")
    expect(day.wall.locator(".blank")).to_be_visible()
    day.camera.take({"desk": day.desk}, "04-slides")
    day.desk.goto("about:blank")
    day.phone.goto("about:blank")
    day.clock.to(9 * 60 + 52)
    day.desk.go_back()
    day.phone.go_back()
    day.desk.keyboard.press("Escape")
    expect(day.wall.locator(".blank")).to_have_count(0)
    left = [day.seconds(page) for page in (day.desk, day.phone, day.wall)]
    assert max(left) - min(left) <= 1
    # A second may be begun: whoever moves the clock does not wait for it.
    assert 60 <= left[0] <= 2 * 60 + 1, "the model has four minutes of the forty that are left"


def a_break(day: Day) -> None:
    wanted = re.compile(re.escape(day.words.begins_again) + r"\s" + re.escape(day.words.time("10.45")))
    for page in (day.wall, day.phone):
        expect(page.locator("main")).to_contain_text(wanted)


def a_profile(day: Day) -> None:
    """Two more minutes, a latecomer, and the phone's own profile, which nobody else sees."""
    before = day.seconds(day.wall)
    day.desk.keyboard.press("+")
    expect(day.wall.locator("[role=timer]")).to_have_text(re.compile(rf"^1[12]:|^{before // 60 + 1}:"))
    late = crew_of(day.place, day.code, NAMES[day.robots - 1 : day.robots], day.language)
    day.crew.robots += late.robots
    expect(day.desk.locator("#people h2")).to_contain_text(str(day.on_list + 1))
    late.each(Robot.answer)
    expect(day.desk.locator(".count strong")).to_have_text(str(day.robots))
    here = day.phone.url
    day.phone.locator('form[data-part] a[href^="/try"]').click()
    expect(day.phone.locator("[data-screen]:visible")).to_have_count(1)
    fill_now(day.phone)
    expect(day.phone).to_have_url(here)
    expect(day.phone.locator("[data-profile]")).to_contain_text("A = ")


def pairs(day: Day) -> None:
    """One tap, one name moved, and the pattern of the room."""
    day.press("divide", "#seats")
    expect(day.desk.locator(".groups > li")).to_have_count(2 * day.fours)
    person = day.desk.locator(".groups > li").nth(2).locator("[data-person]").first
    name = person.locator("> span").inner_text()
    person.locator("select").select_option("5")
    expect(day.desk.locator(".groups > li").nth(4)).to_contain_text(name)
    expect(day.phone.locator("[data-region=with] h2")).to_have_text(
        re.compile(rf"^\s*{day.words.pair} \d+\s*$")
    )
    answer_choice(day)
    day.look("culture_profile/pairs")
    day.press("show")
    expect(day.wall.locator(".shown tr").first).to_be_visible()
    expect(day.wall.locator("main")).not_to_contain_text("Mette")
    day.axe(day.wall)
    day.camera.take({"wall": day.wall, "phone": day.phone}, "07-pattern")


def answer_choice(day: Day) -> None:
    """One button sends all that is handed in without a name."""
    forms = day.phone.locator("form[data-unsigned]")
    for form in forms.all():
        form.locator("input[type=radio]").first.check()
    day.phone.locator("[data-send-all]").click()
    expect(forms.locator(".sent-line:visible")).to_have_count(forms.count())


def count_off(day: Day) -> None:
    """Aloud to as many as there are groups; each taps the number that they said, and the one on paper is seated too."""
    day.press("count", "#seats")
    expect(day.wall.locator(".huge")).to_contain_text(str(day.fours))
    day.camera.take(day.faces, "11-counting")
    day.axe(day.phone)
    numbered = {one.name: at % day.fours + 1 for at, one in enumerate(day.crew.robots)}
    day.crew.each(lambda robot: robot.post("/do", verb="say", number=str(numbered[robot.name])))
    day.phone.locator(".numbers-row button").nth(3).click()
    expect(day.phone.locator(".numbers-row [aria-pressed=true]")).to_have_text("4")
    expect(day.button("seat", "#seats")).to_contain_text(str(day.on_list))
    day.press("seat", "#seats")
    expect(day.desk.locator(".groups > li")).to_have_count(day.fours)
    expect(day.phone.locator("[data-region=with] h2")).to_contain_text("4")
    expect(day.wall.locator(".groups")).to_contain_text("Bodil")
    claim = day.phone.locator("form:has(input[value=claim]) button")
    claim.click()
    expect(claim).to_have_count(0)


def sparring(day: Day) -> None:
    """A group stops its clock, the desk sees it; all are pushed on, and this group with them."""
    walk = day.phone.locator("[data-walk]")
    expect(walk.locator("[data-stage]:visible")).to_have_count(1)
    day.clock.to(14 * 60 + 25)
    day.phone.get_by_role("button", name=day.words.stop_clock).click()
    expect(day.desk.locator(".groups .stands")).to_have_count(1)
    before = walk.locator("[data-stage]:visible").inner_text()
    day.look("sparring/talk")
    day.press("push", "#seats > .ways")
    expect(day.desk.locator(".groups .stands")).to_have_count(0)
    expect(walk.locator("[data-stage]:visible")).not_to_have_text(before)


def own_step(day: Day) -> None:
    """This morning's goal stands there again; what is written now stays on the phone."""
    expect(day.phone.locator("[data-goal-said]")).to_contain_text(day.words.goal)
    for field_of in day.phone.locator("form[data-mine] textarea").all():
        field_of.fill(day.words.step)


def own_words(day: Day) -> None:
    """What was written for oneself lies at hand, what was answered beside it, and neither on anybody else's page."""
    for name, words in ((day.words.answered, ""), (day.words.own, day.words.step)):
        fold = day.phone.locator("[data-region=mine] details, [data-region=answered] details", has_text=name)
        fold.locator("summary").click()
        expect(fold.locator("dd:visible").first).to_contain_text(words or re.compile(r"\S"))
    for page in (day.desk, day.wall):
        expect(page.locator("body")).not_to_contain_text(day.words.step)


def evaluation(day: Day) -> None:
    """Five statements and two lines, without names, and one button for all of it."""
    for scale in day.phone.locator("fieldset.scale").all():
        scale.locator("label").nth(3).click()
    forms = day.phone.locator("form[data-unsigned]")
    for words in forms.locator("textarea").all():
        words.fill(day.words.step)
    day.phone.locator("[data-send-all]").click()
    expect(forms.locator(".sent-line:visible")).to_have_count(forms.count())
    day.look("evaluation/alone")
    wanted = day.button("show").count()
    for shown in range(wanted):
        day.press("show")
        expect(day.button("hide")).to_have_count(shown + 1)
    expect(day.wall.locator(".shown").first).to_be_visible()
    day.axe(day.wall)
    day.camera.take({"wall": day.wall}, "15-evaluation-shown")


ON_THE_WAY: dict[str, Callable[[Day], None]] = {
    "check_in/line": a_word,
    "check_in/circle": circles,
    "check_in/together": ten_minutes_late,
    "lecture/culture_definition": away_for_two_minutes,
    "break_morning": a_break,
    "culture_profile/alone": a_profile,
    "culture_profile/pairs": pairs,
    "sparring/choose": count_off,
    "sparring/talk": sparring,
    "check_out/alone": own_step,
    "check_out/pairs": own_words,
    "evaluation/alone": evaluation,
}


def the_end(day: Day) -> None:
    day.desk.evaluate("document.querySelectorAll('#folds details').forEach((one) => { one.open = true })")
    day.press("finish")
    for page in (day.wall, day.phone):
        expect(page.get_by_role("heading", level=1)).to_have_text(day.words.thanks)
        expect(page.locator("main")).to_contain_text(day.words.homework)
    expect(day.desk.locator(".shown").first).to_be_visible()
    for page in day.faces.values():
        day.axe(page)
    day.camera.take(day.faces, "thanks")


@pytest.mark.parametrize(
    ("language", "is_secure", "robots"),
    [("da", True, CLASS if PICTURES else FEW),
     *(pytest.param(*one, CLASS, marks=pytest.mark.sweep) for one in (("da", True), ("en", False)))],
)  # fmt: skip
def test_a_whole_day(place: Server, clock: Clock, axe, new_page, language: str, is_secure: bool, robots: int):
    """In both languages, in the sweep each with a whole class. In English no browser trusts the address, plain http on
    a network.
    """
    address = place.url if is_secure else elsewhere(place)
    day = begin(place, address, clock, axe, new_page, language, robots)
    assert day.phone.evaluate("isSecureContext") == is_secure
    joining(day)
    for number, stop in enumerate(STOPS):
        day.on(stop, number)
        if stop.has_exercise:
            day.all_answer()
        ON_THE_WAY.get(stop.name, lambda _day: None)(day)
        if stop.name not in DARK:
            day.look(stop.name)
    the_end(day)


def test_everything_on_the_way_is_in_the_programme():
    """A step that is renamed must not quietly fall out of the day."""
    assert set(ON_THE_WAY) | set(DARK) <= {stop.name for stop in STOPS}

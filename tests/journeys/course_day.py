"""Hands of the course's other days: two walls, three phones of one TRIO, and a class that fills every line."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from tests.journeys.test_trio_on_phones import AGREED
from tests.journeys.test_whole_day import Day
from tests.journeys.whole_day import Stop

MOMENTS = 10
WORKPLACE = "Skolen Nord"
THREE = {"leader": "Lone", "amr": "Arne", "tr": "Tove"}
SAID = AGREED
"""What a phone writes where the part or its line is called so; everywhere else a line of its own."""


@dataclass
class CourseDay(Day):
    """The faces of a day; beside the Danish wall an English one. `phone` is the leader's, `others` are AMR and TR."""

    english: Page
    others: dict[str, Page]
    faults: list[str] = field(default_factory=list)
    """What stands beyond an edge, told of together when the whole day has been walked."""

    @property
    def phones(self) -> dict[str, Page]:
        return {"leader": self.phone, **self.others}

    @property
    def walls(self) -> dict[str, Page]:
        return {"wall": self.wall, "wall-en": self.english}

    @property
    def faces(self) -> dict[str, Page]:
        return {"desk": self.desk, **self.walls, **self.phones}

    def settle(self) -> None:
        """Until each face stands where the desk does."""
        version = self.desk.locator("input[name=seen]").first.get_attribute("value")
        for page in self.phones.values():
            expect(page.locator("[data-region=head] h1")).to_have_attribute("data-version", str(version))

    def see(self, step: str) -> None:
        """axe on each face, nothing beyond an edge, and pictures."""
        for face, page in self.faces.items():
            page.evaluate("scrollTo(0, 0)")
            self.axe(page)
            if page not in self.walls.values():
                self.within(page, "Width", step, face)
        self.camera.take({**self.walls, "desk": self.desk}, step)
        self.camera.take(self.phones, step, full=True)

    def within(self, page: Page, edge: str, step: str, face: str) -> None:
        """Note what goes beyond an edge, once the page has had time to fit itself."""
        for _moment in range(MOMENTS):
            if page.evaluate(f"document.documentElement.scroll{edge} <= inner{edge}"):
                return
            page.wait_for_timeout(200)
        self.faults.append(f"{step} {face}: {edge.lower()}")

    def seat(self) -> None:
        """Whoever belongs together is put together."""
        if self.button("divide", "#seats").count():
            self.press("divide", "#seats")
            expect(self.desk.locator(".groups > li").first).to_be_visible()

    def write(self, stop: Stop) -> None:
        """Each phone does all that its page asks, the leader first: who is the group's writer if there is one."""
        for name, page in self.phones.items():
            claim = page.locator("form:has(input[value=claim]) button")
            if name == "leader" and claim.count():
                claim.first.click()
                expect(claim).to_have_count(0)
            fill(page, f"{name} · {stop.name}")

    def reveal(self, step: str) -> None:
        """Show all that there is to be shown, one after the other, and each side of the wall."""
        wanted = self.button("show").count()
        for shown in range(wanted):
            self.press("show")
            expect(self.button("hide")).to_have_count(shown + 1)
        for number in range(12 if wanted else 0):
            self.settle()
            for face, page in self.walls.items():
                self.axe(page)
                self.within(page, "Height", step, face)
            self.camera.take({**self.walls}, f"{step}-shown{number:02}")
            if not self.turned():
                break
        if wanted:
            self.camera.take({"desk": self.desk}, f"{step}-shown")

    def turned(self) -> bool:
        """One side on, if there is one."""
        forms = self.desk.locator("#steer form:has(button[data-keys~=ArrowRight]):has(input[value=turn])")
        if not forms.count():
            return False
        to = forms.locator("input[name=to]").input_value()
        self.desk.keyboard.press("PageDown")
        for page in self.walls.values():
            expect(page.locator("[data-side]")).to_have_attribute("data-side", to)
        expect(forms.locator(f'input[name=to][value="{to}"]')).to_have_count(0)
        return True


def fill(page: Page, line: str) -> None:
    """Whatever stands there: lines, choices, weights and signs; then the button that sends it."""
    for form in page.locator("form[data-part]:visible").all():
        for fold in form.locator("details:not([open]) > summary:visible").all():
            fold.click()
        for one in form.locator("textarea:visible").all():
            name = (one.get_attribute("name") or "").removeprefix("value.")
            most = int(one.get_attribute("maxlength") or 200)
            one.fill(SAID.get(name, f"{name} · {line}")[:most])
        for number, one in enumerate(form.locator("input[name^='value.r']:visible").all()):
            one.fill("ABCDEFGH"[number] * 2)
        for name in _choices(form):
            ways = form.locator(f"input[type=radio][name='{name}']")
            ways.nth(len(name) % ways.count()).check(force=True)
    together = page.locator("[data-send-all]:visible")
    alone = page.locator("form[data-part]:not([data-mine]):visible button:not([type]):visible")
    for button in together.all() or alone.all():
        with page.expect_response(lambda reply: reply.request.method == "POST"):
            button.click()


def _choices(form: Locator) -> Iterator[str]:
    found = form.locator("input[type=radio]").evaluate_all("all => [...new Set(all.map((one) => one.name))]")
    yield from found

"""What the provider of a course and those who take part do, by the forms that stand on their pages."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from tests.journeys.half_a_year.cast import Person
from tests.journeys.half_a_year.place import Letter, Year
from tests.journeys.visitor import Page, Visitor

CLASS = re.compile(r'href="(/facilitate/class/[^"/]+)"[^>]*>([^<]+)')
AS = {"da": {"leader": "leder", "amr": "AMR", "tr": "TR"}, "en": {"leader": "manager", "tr": "union representative"}}
HEAD = {"da": "Arbejdsplads;Rolle;Navn;Mail", "en": "Workplace;Role;Name;Mail"}
SCALES = re.compile(r"Evaluering|Evaluation")
A_PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def typed_days(days: Mapping[str, date], place: str) -> dict[str, str]:
    """The form's fields about the days."""
    found = {}
    for part, day in days.items():
        found |= {f"{part}.day": day.isoformat(), f"{part}.starts": "09:00", f"{part}.place": place}
        found[f"{part}.ends"] = "12:30" if part == "start_workshop" else "16:00"
    return found


def classes(visitor: Visitor) -> dict[str, str]:
    """The addresses of the classes by name, as the list of courses has them."""
    return {name.strip(): path for path, name in CLASS.findall(visitor.get("/facilitate").text)}


def put_on(visitor: Visitor, class_path: str, rows: str) -> Page:
    """From a pasted list."""
    return visitor.send(visitor.get(class_path + "/people"), rows=rows)


def as_rows(people: Iterable[tuple[str, str, Person]], language: str) -> str:
    """Place of work, role and person, as somebody pastes them."""
    lines = [f"{at};{AS[language][role]};{one.name};{one.address}" for at, role, one in people]
    return "\n".join([HEAD[language], *lines])


def about_the_course(letters: Iterable[Letter]) -> list[Letter]:
    """Those with the address of somebody's own page."""
    return [one for one in letters if "/course/" in one.body]


def own(year: Year, person: Person) -> str:
    """The address of somebody's own page, as it stands in their newest letter about the course."""
    return about_the_course(year.to_somebody(person.address))[-1].path("/course/")


def own_page(year: Year, person: Person, language: str = "da") -> str:
    """What it says."""
    return year.visitor(language=language).get(own(year, person)).words

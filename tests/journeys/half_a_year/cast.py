"""Who plays the half-year: two places of work with their people, and the days of two classes."""

from dataclasses import dataclass
from datetime import date

MADE = date(2027, 1, 4)
DAYS = {
    "start_workshop": date(2027, 1, 19), "module_1": date(2027, 2, 18), "module_2": date(2027, 4, 1),
    "module_3": date(2027, 5, 26),
}  # fmt: skip
"""Of the Danish class. Before its module 2 is Easter, before its module 3 Whit Monday: no working days."""
BEFORE = {
    "start_workshop": date(2027, 1, 12), "module_1": date(2027, 2, 11), "module_2": date(2027, 3, 22),
    "module_3": date(2027, 5, 19),
}  # fmt: skip
"""Five working days before each, counted by hand in a calendar."""
AFTER = {
    "start_workshop": date(2027, 1, 20), "module_1": date(2027, 2, 19), "module_2": date(2027, 4, 2),
    "module_3": date(2027, 5, 27),
}  # fmt: skip
OTHER_DAYS = {
    "start_workshop": date(2027, 1, 29), "module_1": date(2027, 3, 5), "module_2": date(2027, 4, 20),
    "module_3": date(2027, 6, 10),
}  # fmt: skip
"""Of the English class; two of them are Fridays."""
OTHER_BEFORE = {
    "start_workshop": date(2027, 1, 22), "module_1": date(2027, 2, 26), "module_2": date(2027, 4, 13),
    "module_3": date(2027, 6, 3),
}  # fmt: skip
OTHER_AFTER = {
    "start_workshop": date(2027, 2, 1), "module_1": date(2027, 3, 8), "module_2": date(2027, 4, 21),
    "module_3": date(2027, 6, 11),
}  # fmt: skip
KEPT = 30


@dataclass(frozen=True)
class Person:
    """Somebody, with the mail address by which they are known everywhere."""

    name: str
    at: str

    @property
    def address(self) -> str:
        """ "lone.lund@havnby.example"."""
        return f"{self.name.lower().replace(' ', '.')}@{self.at}"

    @property
    def named(self) -> str:
        """ "Lone Lund <lone.lund@havnby.example>", as it stands in a table."""
        return f"{self.name} <{self.address}>"


HOME = "havnby.example"
STEWARD, FACILITATOR, HR = (Person(name, HOME) for name in ("Sanne Skov", "Frida Falk", "Hanne Holm"))
LONE, ARNE, TOVE = (Person(name, HOME) for name in ("Lone Lund", "Arne Aaen", "Tove Toft"))
ULLA, VERA, OTTO, PIA, EVA = (
    Person(name, HOME) for name in ("Ulla Uhd", "Vera Vang", "Otto Ost", "Pia Paw", "Eva Elm")
)
"""A leader with four who represent: two AMR and two TR."""
SVEN, MONA, BODIL, KIM = (Person(name, HOME) for name in ("Sven Skou", "Mona Mark", "Bodil Bang", "Kim Krogh"))
ELLEN, AMY, TOM, LEE = (Person(name, HOME) for name in ("Ellen East", "Amy Ash", "Tom Till", "Lee Lane"))
SCHOOL, HARBOUR, HOME_CARE, WARD = "Fjordskolen", "Harbour School", "Plejehjemmet Åsen", "Sengeafsnit 4"
EMPLOYEES = tuple(f"ansat.{number}@{HOME}" for number in range(1, 7))
UNITS: list[list[object]] = [
    [1, None, "Havnby Kommune", 0, None, None, None],
    [10, 1, SCHOOL, 8, LONE.named, ARNE.named, TOVE.named],
    [20, 1, HARBOUR, 8, ELLEN.named, AMY.named, TOM.named],
]
"""As the personnel system has them: six employees and the two who represent them."""

"""Made-up people, each name once."""

import itertools

import numpy as np

FIRST = (
    "Anne", "Bo", "Camilla", "Daniel", "Emma", "Frederik", "Gitte", "Henrik", "Ida", "Jens", "Kirsten", "Lars", "Maria",
    "Niels", "Oliver", "Pia", "Rasmus", "Sofie", "Thomas", "Ulla", "Viggo", "Åse", "Aisha", "Mehmet", "Nadia", "Piotr",
)  # fmt: skip
LAST = (
    "Andersen", "Berg", "Christiansen", "Dahl", "Enevoldsen", "Frost", "Gram", "Hald", "Iversen", "Juhl", "Krogh",
    "Lauridsen", "Mørk", "Nygaard", "Overgaard", "Poulsen", "Quist", "Ravn", "Skov", "Thorsen", "Ulrik", "Vester",
)  # fmt: skip
HOST = "fjordby.example"
_PLAIN = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def everybody(rng: np.random.Generator) -> list[str]:
    """All names in an order of chance: 572 people."""
    names = [f"{first} {last}" for first, last in itertools.product(FIRST, LAST)]
    return [names[index] for index in rng.permutation(len(names))]


def address(name: str) -> str:
    """anne.berg@fjordby.example"""
    return f"{name.lower().translate(_PLAIN).replace(' ', '.')}@{HOST}"

"""Danish order."""

from kulturspejl.core.sorting import danish_key


def test_it_puts_æ_ø_å_last_in_that_order():
    names = ["Ånden", "Ølby", "Ærø", "Zoo", "Aabenraa", "Abild", "aarhus", "Ebeltoft"]
    assert sorted(names, key=danish_key) == [
        "Abild", "Ebeltoft", "Zoo", "Ærø", "Ølby", "Aabenraa", "Ånden", "aarhus",
    ]  # fmt: skip


def test_it_ignores_capitals():
    assert danish_key("ÆBLE") == danish_key("æble")

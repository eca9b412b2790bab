"""Danish order."""

from kulturspejl.core.writing.order import danish_key


def test_it_puts_æ_ø_å_last_in_that_order():
    names = ["Ånden", "Ølby", "Ærø", "Zoo", "Aabenraa", "Abild", "aarhus", "Ebeltoft"]
    assert sorted(names, key=danish_key) == [
        "Abild", "Ebeltoft", "Zoo", "Ærø", "Ølby", "Aabenraa", "Ånden", "aarhus",
    ]  # fmt: skip


def test_swedish_and_german_letters_stand_with_their_danish_likes():
    names = ["Åby", "Österbro", "Ørby", "Ängby", "Ærby", "Zby", "Yby"]
    assert sorted(names, key=danish_key) == ["Yby", "Zby", "Ängby", "Ærby", "Ørby", "Österbro", "Åby"]
    assert (danish_key("ä"), danish_key("ö")) == (danish_key("Æ"), danish_key("Ø"))
    assert danish_key("baah")[0] == danish_key("båh")[0]


def test_the_three_letters_become_the_signs_after_z():
    assert danish_key("zÆøÅaa")[0] == "z{|}}"


def test_it_ignores_capitals():
    assert danish_key("ÆBLE") == danish_key("æble")


def test_numbers_stand_by_what_they_are_worth():
    names = ["Team 10", "Team 2", "Team 1.10", "Team 1.9", "Team"]
    assert sorted(names, key=danish_key) == ["Team", "Team 1.9", "Team 1.10", "Team 2", "Team 10"]


def test_a_double_a_comes_after_the_same_name_with_its_ring_in_whatever_order_they_came():
    names = ["Zita", "Ægir", "Ørsted", "Åse", "Aase"]
    assert sorted(names, key=danish_key) == names
    assert danish_key("Åse") < danish_key("Aase")

"""One table of TOML: each kind of value as it is meant, and a sentence for everything else."""

from dataclasses import replace
from typing import Any

import pytest

from kulturspejl.core.text import Text
from kulturspejl.core.toml.faults import ContentError, Fault
from kulturspejl.core.toml.keys import once, one_of, text_or_none
from kulturspejl.core.toml.table import Table


def table(path: str = "step.one", **values: Any) -> Table:
    return Table(values, "file.toml", path, [])


def told(of: Table) -> list[tuple[str, str, str]]:
    return [(fault.key, fault.wrong.en, fault.remedy.en) for fault in of.faults]


def test_a_text_has_both_languages_without_spaces_around() -> None:
    of = table(name={"da": " Tak ", "en": "Thanks"})
    assert (of.text("name"), of.faults) == (Text("Tak", "Thanks"), [])


@pytest.mark.parametrize(
    ("raw", "found", "keys"),
    [
        ({"da": "Tak"}, Text("Tak", ""), ["step.one.name.en"]),
        ({"da": " ", "en": 3}, Text("", ""), ["step.one.name.da", "step.one.name.en"]),
        ("Tak", Text("Tak", "Tak"), ["step.one.name"]),
        (3, Text("", ""), ["step.one.name.da", "step.one.name.en"]),
    ],
)
def test_a_text_that_lacks_a_language_is_named(raw: object, found: Text, keys: list[str]) -> None:
    of = table(name=raw)
    assert of.text("name") == found
    assert [key for key, *_ in told(of)] == keys


def test_texts_are_as_many_in_both_languages() -> None:
    assert table(ask={"da": ["a ", "b"], "en": ["c", " d"]}).texts("ask") == (Text("a", "c"), Text("b", "d"))
    for raw, danish, english in (
        ({"da": ["a"], "en": ["b", "c"]}, 1, 2), ({"da": [], "en": []}, 0, 0), ({"da": ["a", " ", 3], "en": []}, 1, 0),
        ("a", 0, 0), ({"da": "a", "en": "b"}, 0, 0),
    ):  # fmt: skip
        of = table(ask=raw)
        assert of.texts("ask") == ()
        assert [wrong for _key, wrong, _remedy in told(of)] == [f"Texts in Danish: {danish}, in English: {english}."]


def test_how_many_there_are_in_each_further_language_is_said() -> None:
    of = table(ask={"da": ["a"], "en": ["b"], "de": ["c", "d"], "sv": []})
    assert of.texts("ask") == ()
    ((_key, wrong, _remedy),) = told(of)
    assert wrong == "Texts in Danish: 1, in English: 1, de: 2, sv: 0."


def test_a_word_may_have_a_default_and_nothing_else_for_it() -> None:
    assert table(id=" one ").word("id") == "one"
    of = table(other=3, blank=" ", none=None)
    assert (of.word("gone", default="x"), of.faults) == ("x", [])
    assert [of.word("other"), of.word("blank"), of.word("other", default="x"), of.word("gone")] == ["", "", "x", ""]
    assert [wrong for _key, wrong, _remedy in told(of)] == ["This must be a word."] * 3 + ["It is missing in the file."]


def test_a_number_lies_between_its_two_ends() -> None:
    of = table(a=3, b=5, c=2, d=6, e=True, f=4.0, g="4")
    assert [of.number(name, 3, 5) for name in "ab"] == [3, 5]
    assert of.faults == []
    assert [of.number(name, 3, 5) for name in "cdefgh"] == [3] * 6
    assert {wrong for _key, wrong, _remedy in told(of)} == {"This must be a whole number from 3 to 5."}
    assert len(of.faults) == 6


def test_ids_may_be_left_out() -> None:
    of = table(a=["x", "y"], b="x", c=["x", 3])
    assert (of.ids("a", "page"), of.ids("gone", "page"), of.faults) == (("x", "y"), (), [])
    assert (of.ids("b", "page"), of.ids("c", "page")) == ((), ())
    assert [remedy for *_rest, remedy in told(of)] == ['Write b = ["page"].', 'Write c = ["page"].']


def test_a_table_in_the_table_and_its_rows_are_called_by_their_path() -> None:
    of = table(inner={"a": 1}, row=[{"id": "x"}, {"n": 2}, {"id": 7}])
    inner = of.table("inner")
    assert (inner.path, inner.values, inner.file) == ("step.one.inner", {"a": 1}, "file.toml")
    assert inner.faults is of.faults
    assert [one.path for one in of.rows("row", by="id")] == ["step.one.row.x", "step.one.row.2", "step.one.row.7"]
    assert Table({}, "f", "", []).key("name") == "name"
    assert of.faults == []


@pytest.mark.parametrize("raw", [None, 3, [], [3], [{"id": "x"}, 3]])
def test_rows_that_are_not_there_are_named(raw: object) -> None:
    of = table(row=raw)
    assert len(of.rows("row", by="id")) == (1 if isinstance(raw, list) and len(raw) == 2 else 0)
    assert told(of) == [("step.one.row", "It is missing in the file.", "Write [[step.one.row]].")]


def test_a_table_that_is_not_there_is_an_empty_one() -> None:
    of = table()
    assert of.table("inner").values == {}
    assert told(of) == [("step.one.inner", "It is missing in the file.", "Write [step.one.inner].")]


def test_a_key_that_nobody_asked_for_is_named_with_what_was_meant() -> None:
    of = table(minuttes=3, zebra=1, id="a")
    of.word("id")
    of.number("minutes", 1, 5)
    of.faults.clear()
    of.done()
    assert told(of) == [
        ("step.one.minuttes", "The key is unknown.", "Did you mean minutes?"),
        ("step.one.zebra", "The key is unknown.", "Delete it."),
    ]


def test_a_key_that_is_there_is_not_what_was_meant() -> None:
    of = table(minutes=3, minuttes=3)
    of.number("minutes", 1, 5)
    of.done()
    assert [remedy for *_rest, remedy in told(of)] == ["Delete it."]


def test_each_id_stands_once() -> None:
    of = table()
    once(of, "item", ["b", "a", "b", "a", "c", "", ""])
    assert [wrong for _key, wrong, _remedy in told(of)] == [f"There are two with the id {id}." for id in "ab"]


def test_one_of_several_words_or_the_one_that_is_meant_otherwise() -> None:
    of = table(a="x", b="z", c="y", d=None)
    assert one_of(of, "a", ["x", "w"], "w") == "x"
    assert of.faults == []
    assert one_of(of, "b", ["x", "w"], "w", known={"y"}) == one_of(of, "c", ["x", "w"], "w", known={"y"}) == "w"
    assert one_of(of, "d", ["x", "w"], "w") == "w"
    assert told(of) == [
        ("step.one.b", "z is unknown here.", "Write one of x, w."),
        ("step.one.c", "y cannot be used here yet.", "Write one of x, w."),
        ("step.one.d", "It is missing in the file.", 'Write d = "…".'),
    ]


def test_a_text_may_be_left_out_but_not_be_half() -> None:
    of = table(a={"da": "x"})
    assert text_or_none(of, "gone") is None
    assert of.faults == []
    assert text_or_none(of, "a") == Text("x", "")
    assert len(of.faults) == 1


def test_a_fault_is_one_line_with_place_and_remedy() -> None:
    fault = Fault("file.toml", "step.one", Text("Forkert.", "Wrong."), Text("Ret.", "Mend."))
    assert fault.line("da") == "file.toml: step.one: Forkert. Ret."
    assert replace(fault, key="").line("en") == "file.toml: Wrong. Mend."
    error = ContentError([fault, fault])
    assert (str(error), error.faults) == ("\n".join([fault.line("en")] * 2), [fault, fault])

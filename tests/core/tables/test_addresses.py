"""Lists of addresses as they come out of Outlook, an intranet or a spreadsheet, as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.tables.addresses import names_in, read_addresses

TWO = [("anna@skov.example", ""), ("bo@skov.example", "")]


@pytest.mark.parametrize(
    "text",
    [
        "anna@skov.example\nbo@skov.example\n",
        "Hansen, Anna <anna@skov.example>; Jensen, Bo <bo@skov.example>",
        '"Hansen, Anna" <anna@skov.example>; "Jensen, Bo" <bo@skov.example>',
        "Anna Hansen (Teknik og Miljø) <anna@skov.example>; Bo Jensen (Vej, nord) <bo@skov.example>;",
        "'Anna Hansen' <anna@skov.example>; 'bo@skov.example'",
        '"anna@skov.example"\r\n"bo@skov.example"\r\n',
        "mailto:anna@skov.example\nmailto:bo@skov.example?subject=Hej%20bo@skov",
        "anna@skov.example <mailto:anna@skov.example>, bo@skov.example <mailto:bo@skov.example>",
        "Anna [anna@skov.example]\nBo [bo@skov.example]",
        "anna@skov.example bo@skov.example",
        "Skriv til anna@skov.example. Eller til bo@skov.example.",
        "\u2022 Anna Hansen anna@skov.example tlf. 12 34 56 78\n\u2022 Bo Jensen bo@skov.example +45 12345678\n",
        "Anna Hansen\tanna@skov.example\t12345678\r\nBo Jensen\tbo@skov.example\t12345678\r\n",
        "Navn;Telefon;E-mail\nHansen, Anna;12345678;anna@skov.example\nJensen, Bo;;bo@skov.example\n",
        'Navn,Mail,Leder mail\n"Hansen, Anna",anna@skov.example,chef@x.example\nBo,bo@skov.example,chef@x.example',
        "\ufeffanna@skov.example\u200b\nBO@SKOV.example\u00a0\n",
        "anna@skov.example/bo@skov.example",
        "Anna & Bo: anna@skov.example&bo@skov.example",
        "mailto:anna@skov.example?subject=Hej&cc=bo@skov.example",
        "anna＠skov.example；bo@skov.example…",
        "-anna@skov.example\n\u2013bo@skov.example!",
        "\u2039anna@skov.example\u203a, \u201ebo@skov.example\u201c",
        "anna@skov.example\x0bbo@skov.example",
    ],
)
def test_a_list_is_read_as_people_have_it(text):
    read = read_addresses(text)
    assert read.good == TWO
    assert read.faults == []


def test_what_is_passed_over_is_told_by_line():
    read = read_addresses("E-mail\nanna@skov.example\nGruppe 2:\n\nbo@skov.example\n")
    assert read.good == TWO
    assert [(one.line, one.text.da) for one in read.told] == [
        (1, "»E-mail« har ingen mailadresse og er sprunget over."),
        (3, "»Gruppe 2:« har ingen mailadresse og er sprunget over."),
    ]
    other = read_addresses("Navn;Mail;Nærmeste leder\nBo;bo@skov.example;chef@skov.example\nIda;;chef@skov.example\n")
    assert other.good == [TWO[1]]
    assert [one.line for one in other.told] == [1, 3]
    assert "Nærmeste leder" in other.told[0].text.da


def test_a_mailbox_that_stands_twice_counts_once_and_is_said():
    read = read_addresses("anna@ærø.dk\nANNA@xn--r-3fa9c.dk\nan\u200bna+svar@ærø.dk;en\nbo@ærø.dk")
    assert read.good == [("anna@ærø.dk", ""), ("bo@ærø.dk", "")]
    assert [(one.line, "linje 1" in one.text.da) for one in read.told] == [(2, True), (3, True)]
    assert read.faults == []


@pytest.mark.parametrize(
    "text",
    [
        "mailto:anna%40skov.example\nbo@skov.example",
        "https://eur02.safelinks.protection.outlook.com/?url=mailto%3Aanna%40skov.example&data=05\nbo@skov.example",
        "Mail=anna@skov.example;e-mail=bo@skov.example",
    ],
)
def test_a_link_or_a_label_is_no_part_of_an_address(text):
    read = read_addresses(text)
    assert [one.address for one in read.found] == ["anna@skov.example", "bo@skov.example"]
    assert read.faults == []


@pytest.mark.parametrize("said", ["en", "EN", "engelsk", "(English)"])
def test_the_language_of_a_letter_is_said_in_the_words_people_use(said):
    assert read_addresses(f"anna@skov.example;{said}\nbo@skov.example").good == [("anna@skov.example", "en"), TWO[1]]


@pytest.mark.parametrize(
    "word",
    [
        "anna@skov", "@anna", "anna@", "a@b@skov.example", "änna@skov.example", "=?q?x?=@skov.example",
        "https://skov.example/anna@skov.example", "skov/anna@skov.example", "anna@skov.example\u2800",
    ],
)  # fmt: skip
def test_only_what_holds_an_at_and_is_no_address_is_a_fault(word):
    read = read_addresses(f"bo@skov.example\nAnna Hansen <{word}>\n")
    assert read.good == [TWO[1]]
    assert [one.line for one in read.faults] == [2]
    said = "I »änna@skov.example« kan »ä« ikke stå før @" if word.startswith("ä") else "er ikke en mailadresse"
    assert said in read.faults[0].text.da


def test_a_language_after_an_address_is_its_letter_s():
    text = "anna@x.dk;en\nBo En Hansen <bo@x.dk>, DA\ncarl@x.dk\n"
    assert read_addresses(text).good == [("anna@x.dk", "en"), ("bo@x.dk", "da"), ("carl@x.dk", "")]
    table = "Sprog;Mail;Navn\nEngelsk;anna@x.dk;Anna\nDansk;bo@x.dk;Bo\n;carl@x.dk;Carl"
    assert read_addresses(table).good == [("anna@x.dk", "en"), ("bo@x.dk", "da"), ("carl@x.dk", "")]


@pytest.mark.slow
def test_twenty_thousand_addresses_are_one_list():
    people = (f"Person {n} i afdelingen <person.nummer.{n}@forvaltningen.kommunen.example>" for n in range(20_000))
    text = "\n".join(people)
    assert len(text) > 1_000_000
    assert len(read_addresses(text).good) == 20_000


def test_names_stand_beside_addresses():
    assert names_in('"Hansen, Anna" <anna@x.dk>') == "Hansen Anna"
    assert names_in("mailto:anna@x.dk") == ""


@pytest.mark.slow
@given(st.text(max_size=120) | st.text(alphabet='ab@.;,<>"\t\n= xæ', max_size=60))
def test_whatever_is_pasted_each_line_is_taken_or_told(text):
    read = read_addresses(text)
    told = {one.line for one in (*read.found, *read.faults, *read.told)}
    assert len({address for address, _ in read.good}) == len(read.good)
    lines = [] if "\r" in text else text.split("\n")
    assert all(line in told for line, words in enumerate(lines, start=1) if "@" in words)

"""The culture profile's own words: whole in both languages, plain, and none of the four the bad answer."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from kulturspejl.core.instruments.allocation.form import AnswerForm
from kulturspejl.core.instruments.allocation.reading import TEMPLATES, read_person
from kulturspejl.core.instruments.allocation.words import SAID
from kulturspejl.core.text import Text
from tests.content import content
from tests.library.lix import lix

PROFILE = content().instruments["culture_profile"]
FORMS = [AnswerForm(10, "drawn"), AnswerForm(100, "dimensions")]
LETTERS = ("A", "B", "C", "D")
HARDEST = 40
# English words where Danish has its own, and words that belong to offices and not to people.
AVOIDED = re.compile(
    r"\b(dashboards?|surveys?|upload\w*|templates?|submit\w*|sessions?|tokens?|users?|scores?|insights?|tracking"
    r"|items?|rating|tool|buy-in|performance|respondent\w*|dataindsamling|optimer\w*|implementer\w*|facilitere\w*"
    r"|endvidere|såfremt|vedrørende|ligeledes|pågældende|herunder|i forbindelse med)\b",
    re.IGNORECASE,
)
# Nothing that makes one of the four sound like the wrong one.
LOADED = re.compile(
    r"\b(kun|desværre|bare|blot|aldrig|tvinge\w*|kontrol\w*|bureaukrat\w*|stiv\w*|rod|kaos|hård\w*)\b"
)


def texts_in(value: object) -> Iterator[Text | Text]:
    if isinstance(value, Text | Text):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            if one.name != "raw":
                yield from texts_in(getattr(value, one.name))
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts_in(inner)


ALL = list(texts_in(PROFILE))


def test_the_walk_reaches_every_corner() -> None:
    assert len(ALL) > 150
    for text in (PROFILE.credit, PROFILE.dimensions[5].statements["D"], PROFILE.regressed["C"].signs[2]):
        assert text in ALL
    assert PROFILE.reading.templates["own_content"] in ALL


def test_every_text_is_there_in_both_languages_and_is_no_copy() -> None:
    for text in ALL:
        assert text.da.strip()
        assert text.en.strip()
    same = [text.da for text in ALL if text.da == text.en]
    assert same == ["commitment", "innovation"]


def test_no_english_was_left_in_the_danish_nor_danish_in_the_english() -> None:
    assert [text.da for text in ALL if re.search(r"\b(the|and|with|your|you)\b", text.da)] == []
    assert [text.en for text in ALL if re.search(r"\b(og|det|ikke|hvad|jeres)\b|[æøåÆØÅ]", text.en)] == []


def test_the_danish_avoids_the_words_that_we_avoid() -> None:
    assert [found.group() for text in ALL for found in AVOIDED.finditer(text.da)] == []


@pytest.mark.parametrize(
    "text", ["Jeres score", "Udfyld vores survey", "Facilitering implementeres", "Kontrolleret rod"]
)
def test_an_avoided_word_is_seen(text) -> None:
    assert AVOIDED.search(text) or LOADED.search(text.lower())


def test_spelling_habits() -> None:
    for text in ALL:
        for said in (text.da, text.en):
            assert said == said.strip()
            assert "  " not in said
            unquoted = re.sub("“[^“”]+”", "", said)
            assert not re.search(r"\s[,.:?!]|[\"”]|\.\.\.| - ", unquoted)
    assert [text.da for text in ALL if re.search(r"\d\.\d", text.da)] == []


@pytest.mark.parametrize("dimension", PROFILE.dimensions, ids=lambda one: one.id)
def test_statements_are_of_like_length(dimension) -> None:
    danish = [len(dimension.statements[letter].da.split()) for letter in LETTERS]
    english = [len(dimension.statements[letter].en.split()) for letter in LETTERS]
    assert min(danish) >= 11
    assert max(danish) <= 21
    assert max(danish) - min(danish) <= 8
    assert min(english) >= 10
    assert max(english) <= 22


@pytest.mark.parametrize("letter", LETTERS)
def test_none_of_the_four_is_longer_or_sounds_worse(letter) -> None:
    said = [one.statements[letter].da for one in PROFILE.dimensions]
    everything = [one.statements[other].da for one in PROFILE.dimensions for other in LETTERS]
    mean = sum(map(len, said)) / len(said)
    assert mean == pytest.approx(sum(map(len, everything)) / len(everything), rel=0.15)
    assert [found.group() for text in said for found in LOADED.finditer(text.lower())] == []


def test_the_four_statements_of_a_question_begin_alike() -> None:
    """So that the form of a sentence does not tell which one is meant to be right."""
    for dimension in PROFILE.dimensions:
        beginnings = {dimension.statements[letter].da.split()[0] for letter in LETTERS}
        assert beginnings in ({"At"}, {"Når"}, {"Vi", "Den"})


def filled(line: Text) -> str:
    """A template as it is read, with the longest culture and ordinary numbers."""
    places = dict.fromkeys(("points", "low", "high", "visible"), "1,2") | dict.fromkeys(("of", "sum"), "21")
    first, second = "»Vi prøver noget nyt«", "»Vi er der for hinanden«"
    names = {"culture": first, "second": second, "cultures": f"{first} og {second}"}
    numbers = dict.fromkeys(("percent", "second_percent", "silent", "answers", "n"), "7")
    return line.da.format(**places, **names, **numbers)


def read_at_once() -> Iterator[tuple[str, str]]:
    """What a participant reads on one screen, by a name."""
    for form in FORMS:
        for period, text in zip(("now", "wish"), PROFILE.instructions(form), strict=True):
            yield f"{period}-{form.total}", text.da
    yield "credit", PROFILE.credit.da
    yield "no-right-answer", PROFILE.no_right_answer.da
    for one in PROFILE.dimensions:
        yield one.id, " ".join([one.stem.da, *(one.statements[letter].da for letter in LETTERS)])
    for culture in PROFILE.cultures.values():
        yield culture.id, " ".join([culture.text.da, culture.gift.da, culture.watch.da])
    for form_ in PROFILE.regressed.values():
        yield form_.id, ". ".join(sign.da for sign in form_.signs)
    for name, line in PROFILE.reading.templates.items():
        yield name, filled(line)
    for tension in PROFILE.tensions:
        yield tension.letters, tension.text.da
    for number, step in enumerate(PROFILE.guide, start=1):
        yield f"talk-{number}", step.da


def test_it_is_easy_to_read() -> None:
    assert {name: text for name, text in read_at_once() if lix(text) > HARDEST} == {}


def test_every_statement_by_itself_is_easy_to_read() -> None:
    hard = {
        statement.da: round(lix(statement.da))
        for one in PROFILE.dimensions
        for statement in one.statements.values()
        if lix(statement.da) > HARDEST
    }
    assert hard == {}


def test_all_of_it_together_reads_like_a_letter_between_people() -> None:
    assert lix(" ".join(text for _, text in read_at_once())) <= 30


def test_sentences_begin_with_a_capital_whatever_is_filled_in() -> None:
    for name, line in PROFILE.reading.templates.items():
        for said in (line.da, line.en):
            assert said[0].isupper() or said.startswith("{silent}"), name
            assert said[-1] in ".?", name


def test_questions_ask_and_sentences_tell() -> None:
    for name, line in PROFILE.reading.templates.items():
        assert ("question" in name) == line.da.endswith("?") == line.en.endswith("?"), name


def test_a_team_is_spoken_to_as_a_team_and_a_person_as_one() -> None:
    for name, line in PROFILE.reading.templates.items():
        if name.startswith("own_") and "question" not in name:
            assert re.search(r"\b[Dd](u|in|ig)\b", line.da), name
            assert not re.search(r"\b(I|jer|jeres)\b", line.da.replace("I din", "i din")), name
        elif not name.startswith("own_"):
            assert not re.search(r"\b[Dd](u|in|it|ig)\b", line.da), name


def test_each_largest_gap_has_a_question_of_its_own() -> None:
    questions = [
        PROFILE.reading.templates[f"question_gap_{way}_{letter}"].da
        for way in ("more", "less")
        for letter in LETTERS
    ]
    assert len(set(questions)) == 8
    assert set(TEMPLATES) - set(SAID) <= set(PROFILE.reading.templates)


def test_a_person_alone_gets_at_most_three_sentences_and_one_question() -> None:
    now = {"A": 14, "B": 9, "C": 15, "D": 22}
    wish = {"A": 20, "B": 14, "C": 12, "D": 14}
    said = read_person(now, wish, total=10, texts=PROFILE.reading)
    assert [line.da for line in said.sentences] == [
        "I din enhed, som du ser den, fylder »Vi har styr på tingene« mest: 22 af 60 point.",
        "Om et år ønsker du dig mere af »Vi er der for hinanden«: 6 point mere end nu.",
        "Til gengæld ønsker du dig mindre af »Vi har styr på tingene«: 8 point mindre end nu.",
    ]
    assert said.question.en == "Ask the others: when did you last feel that we were there for each other?"


def test_the_conversation_takes_45_minutes_and_asks_openly() -> None:
    steps = PROFILE.conversation
    assert sum(step.minutes for step in steps) == 45
    assert 4 <= len(steps) <= 5
    assert all(not re.match(r"(Er|Har|Kan|Vil|Synes) ", step.text.da.split(": ", 1)[1]) for step in steps)
    assert not any(re.search(r"\d", step.text.da) for step in steps)


def test_the_tensions_are_opposites_in_the_figure() -> None:
    assert [one.letters for one in PROFILE.tensions] == ["AC", "BD"]
    assert len(PROFILE.axes) == 2


def test_nothing_claims_to_be_the_published_questionnaire() -> None:
    assert "ikke OCAI" in PROFILE.credit.da
    assert "not the OCAI" in PROFILE.credit.en
    assert [text.da for text in ALL if "OCAI" in text.da] == [PROFILE.credit.da]


def test_28_numbers_take_under_six_minutes_and_48_under_ten() -> None:
    assert PROFILE.minutes(10, "drawn") <= 6
    assert PROFILE.minutes(100, "dimensions") <= 10


def test_one_of_something_is_no_plural_in_english() -> None:
    """Whatever is counted may be one: "1 points" and "1 have" are not written."""
    counted = re.compile(
        r"\{(points|low|high|visible|silent|answers|percent|second_percent)\} (points|have|are|were)\b"
    )
    for name, line in PROFILE.reading.templates.items():
        assert not counted.search(line.en), name

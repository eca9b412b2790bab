"""A day's question and homework on the screen of somebody who reads another language than who prepared the day."""

import pytest

from kulturspejl.core.content.as_written import as_written
from kulturspejl.core.text import Text
from tests.content import content

DAY = content().programmes["start_workshop"]
EVALUATION = Text(da="Evaluering", en="Evaluation")


def test_what_was_left_as_it_was_is_said_in_each_language():
    for asked in (*DAY.check_ins, DAY.homework):
        assert [as_written(DAY, words.strip()).en for words in asked.words.values()] == 2 * [asked.en.strip()]


def test_so_is_the_line_about_what_there_was_no_time_for():
    said = as_written(DAY, f"{DAY.homework.da}\nTil derhjemme: Evaluering, Noget eget", [EVALUATION])
    assert said.en == f"{DAY.homework.en}\nTo do at home: Evaluation, Noget eget"
    assert (
        as_written(DAY, said.en, [EVALUATION]).da
        == f"{DAY.homework.da}\nTil derhjemme: Evaluering, Noget eget"
    )


@pytest.mark.parametrize(
    "words", ["", "Hvad har I prøvet?", "Læs bogen.\nSkriv to linjer.", DAY.homework.da[:-1]]
)
def test_words_of_one_s_own_stay_as_they_are(words):
    assert as_written(DAY, words).words == {"da": words, "en": words}

"""Names of files keep the letters of the words they are made of."""

import pytest

from kulturspejl.core.content.file_name import file_name, plain_file_name


@pytest.mark.parametrize(
    ("words", "whole", "plain"),
    [
        ("Hjemmepleje Øst", "hjemmepleje-øst", "hjemmepleje-oest"),
        ("Børn, Unge & Kultur (Ålborg)", "børn-unge-kultur-ålborg", "boern-unge-kultur-aalborg"),
        ("A\u030ase Müller", "åse-müller", "aase-mueller"),
        ("Café/Łódź", "café-łódź", "cafe-lodz"),
        ("../..\\x\r\n\";", "x", "x"),
        ("日本", "日本", ""),
        ("AUX", "aux-1", "aux-1"),
        ("Com1", "com1-1", "com1-1"),
        ("Con amore", "con-amore", "con-amore"),
        ("", "", ""),
    ],
)
def test_a_name_keeps_its_letters_and_nothing_that_a_header_or_a_disk_would_obey(words, whole, plain):
    assert file_name(words) == whole
    assert plain_file_name(words) == plain
    assert file_name(whole) == whole

"""A code is found in whatever somebody has at hand: a link, a line of the letter, or the code alone."""

import pytest

from kulturspejl.core.content.code_in import LENGTHS, SIGNS, code_in
from kulturspejl.vault import codes

LONG = "ZVAWS76B7HANP2X7DF36EET4T86"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (f"https://kultur.example.dk/r/{LONG}", LONG),
        (f"<https://kultur.example.dk/r/{LONG.lower()}>", LONG),
        (f"Svar her: http://10.0.0.7:8000/r/{LONG}?utm=1#x. Hilsen Mette", LONG),
        ("https://kultur.example.dk/room/H4KM7P?pass=8F2A9C", "H4KM7P"),
        (f"https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fk.dk%2Fr%2F{LONG}&data=05%7C01", LONG),
        (f"https://x.dk/?u=https%253A%252F%252Fk.dk%252Fr%252F{LONG}%2526x", LONG),
        (f"https://urldefense.proofpoint.com/v2/url?u=https-3A__k.dk_r_{LONG}&d=DwMFAg&c=x", LONG),
        (f"https://urldefense.com/v3/__https://k.dk/r/{LONG}__;!!abc!xyz$", LONG),
        (f"https://k.dk/r/{LONG}https://k.dk/r/{LONG}", LONG),
        ("k.dk/B4JZ-ZGGD", "B4JZZGGD"),
        ("kode=B4JZZGGD", "B4JZZGGD"),
        ("Ｂ４ＪＺ－ＺＧＧＤ", "B4JZZGGD"),
        (f"HTTPS://KULTUR.EXAMPLE.DK/R/{LONG}", LONG),
        (f"https://k.dk/r/{LONG[:8]}\n{LONG[8:]} Koden er din.", LONG),
        (f"https://k.dk/r/{LONG[:6]}=\r\n{LONG[6:20]} {LONG[20:]}", LONG),
        (f"https://k.dk/r/{LONG[:9]}\u200b{LONG[9:]}", LONG),
        (f"r/{LONG}", LONG),
        ("https://k.dk/r/B4JZ-ZGGD", "B4JZZGGD"),
        ("https://k.dk/r/B4JZZGGD H4KM7P", "B4JZZGGD"),
        ("koden B4JZ-ZGGD", "B4JZZGGD"),
        ("Koden er: B4JZ ZGGD.", "B4JZZGGD"),
        ("koden BCDF-GHJK", "BCDFGHJK"),
        ("»b4jz zggd«", "B4JZZGGD"),
        (" B4JZ · ZGGD ", "B4JZZGGD"),
        ("h4 km 7p", "H4KM7P"),
        ("wxyz 9999", "WXYZ9999"),
        ("hvad er koden?", "HVADERKODEN"),
        ("B4JZZGGD eller H2JZZGGD", "B4JZZGGDELLERH2JZZGGD"),
        (" - ", ""),
        ("", ""),
    ],
)
def test_the_code_is_found(typed, code):
    assert code_in(typed) == code


def test_it_knows_the_codes_that_are_made():
    assert {codes.ROOM, codes.SHORT, codes.LONG} == set(LENGTHS)
    assert codes.ALPHABET == SIGNS
    for made in [codes.make_short() for _ in range(200)]:
        assert code_in(f"koden {made[:4]}-{made[4:]}") == made


def test_a_flood_of_signs_is_read_in_a_moment():
    assert len(code_in("A " * 100_000)) == 1000

"""Cards: every code in letters and in QR, eight a page, the same address in both."""

import io
import re
import struct
import zlib
from datetime import date, datetime

import numpy as np
import pypdf
import pytest
import zxingcpp

from kulturspejl.reports import Card, Sheet, cards_pdf, sheets_pdf
from kulturspejl.reports.cards import cards_facts, shown
from kulturspejl.reports.press import picture
from kulturspejl.reports.qr import QUIET, qr_svg

CODES = [
    "K7TM4WQX",
    "ABCD2345",
    "WXYZ6789",
    "HJKM2345",
    "NPQR2345",
    "STVW2345",
    "22334455",
    "66778899",
    "ZZYYXXWW",
]
CARDS = [
    Card(code, f"http://192.168.1.20:8000/r/{code}ABCDEFGHJKMNPQRSTVW", "192.168.1.20:8000") for code in CODES
]
ABOUT = {"title": "Kulturprofil", "unit": "Hjemmepleje Nord", "closes": datetime(2026, 12, 7, 9, 5)}


def pages(pdf):
    return [re.sub(r"\s+", " ", page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.slow
def test_eight_a_page_and_none_missing_or_twice():
    found = pages(cards_pdf(CARDS, lang="da", **ABOUT))
    assert [len(re.findall(r"[A-Z2-9]{4}-[A-Z2-9]{4}", page)) for page in found] == [8, 1]
    printed = re.findall(r"[A-Z2-9]{4}-[A-Z2-9]{4}", " ".join(found))
    assert sorted(code.replace("-", "") for code in printed) == sorted(CODES)


@pytest.mark.slow
@pytest.mark.parametrize("letters", [40, 75, 120, 200])
def test_a_long_name_leaves_every_card_whole_and_eight_on_a_page(letters):
    """Its last line stands above the line that is cut along, with the card's edge between it and the next card."""
    name = ("Center for Sundhed, Forebyggelse og Tværgående Rehabilitering, hjemmesygeplejen " * 3)[:letters].strip()
    pdf = pypdf.PdfReader(io.BytesIO(cards_pdf(CARDS[:8], lang="da", **ABOUT | {"unit": name})))
    found: list[tuple[float, str]] = []
    pdf.pages[0].extract_text(visitor_text=lambda text, cm, tm, *_font: found.append((cm[5] + tm[5], text)))
    firsts, lasts = (
        sorted({round(y) for y, text in found if words in text}) for words in ("Kulturprofil", "Resultatet åbner")
    )
    assert (len(pdf.pages), len(lasts)) == (1, 4)
    edges = zip(sorted(lasts)[1:], [y for y in firsts if y < max(lasts)][-3:], strict=True)
    assert all(last - first > 20 for last, first in edges), (firsts, lasts)


@pytest.mark.parametrize(
    ("lang", "until"),
    [("da", "Svar senest 7. december 2026 kl. 9.05."), ("en", "Answer by 7 December 2026 at 09:05.")],
)
def test_each_card_says_what_to_do(lang, until):
    text = pages(cards_pdf(CARDS[:1], lang=lang, **ABOUT))[0]
    for fact in ("Hjemmepleje Nord", "192.168.1.20:8000", "K7TM-4WQX", until):
        assert fact in text


def test_a_day_without_a_time_has_none():
    text = pages(cards_pdf(CARDS[:1], lang="da", **ABOUT | {"closes": date(2026, 12, 7)}))[0]
    assert "Svar senest 7. december 2026." in text


def test_it_is_tagged_and_named():
    reader = pypdf.PdfReader(io.BytesIO(cards_pdf(CARDS[:2], lang="da", **ABOUT)))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/Lang"] == "da"
    assert reader.metadata.title == "Kort til Hjemmepleje Nord"


@pytest.mark.slow
@pytest.mark.parametrize("unit", [ABOUT["unit"], "Center for Sundhed og Forebyggelse " * 5])
def test_the_printed_sheet_scans_to_every_address(unit):
    """Decoded by another program from the drawn page, as a phone would from paper."""
    sheet = Sheet(ABOUT["title"], unit, ABOUT["closes"], tuple(CARDS[:8]))
    (page,) = picture("cards.typ", cards_facts([sheet], lang="da"), dots_per_inch=96)
    read = [found.text for found in zxingcpp.read_barcodes(grey(page))]
    assert sorted(read) == sorted(card.url for card in CARDS[:8])


def grey(png):
    """A PNG of typst (8-bit RGBA, not interlaced) as an array of grey."""
    width, height, depth, kind = struct.unpack(">IIBB", png[16:26])
    assert (depth, kind) == (8, 6)
    data, at = b"", 8
    while at < len(png):
        size, name = struct.unpack(">I4s", png[at : at + 8])
        data += png[at + 8 : at + 8 + size] if name == b"IDAT" else b""
        at += size + 12
    lines = np.frombuffer(zlib.decompress(data), np.uint8).reshape(height, 1 + 4 * width)
    return unfiltered(lines, width, height)[:, :, :3].mean(axis=2).astype(np.uint8)


def unfiltered(lines, width, height):
    """PNG filters (RFC 2083, section 6) undone."""
    out = np.zeros((height, width, 4), np.uint8)
    above = np.zeros((width, 4), np.uint8)
    for y in range(height):
        kind, row = lines[y, 0], lines[y, 1:].reshape(width, 4)
        if kind == 0:
            out[y] = row
        elif kind == 2:
            out[y] = row + above
        elif kind == 1:
            out[y] = np.cumsum(row, axis=0, dtype=np.uint8)
        else:
            out[y] = by_pixel(kind, row.astype(int), above.astype(int))
        above = out[y]
    return out


def by_pixel(kind, row, above):
    left = corner = np.zeros(4, int)
    done = np.zeros_like(row)
    for x in range(len(row)):
        done[x] = (row[x] + (((left + above[x]) // 2) if kind == 3 else paeth(left, above[x], corner))) % 256
        left, corner = done[x], above[x]
    return done


def paeth(left, above, corner):
    guess = left + above - corner
    off = np.abs(guess - left), np.abs(guess - above), np.abs(guess - corner)
    return np.where((off[0] <= off[1]) & (off[0] <= off[2]), left, np.where(off[1] <= off[2], above, corner))


def test_a_qr_code_keeps_its_quiet_zone():
    svg = qr_svg("https://example.dk/r/K7TM")
    size = int(re.search(r'viewBox="0 0 (\d+) \1"', svg).group(1))
    assert (size - 2 * QUIET) in {17 + 4 * version for version in range(1, 41)}
    assert QUIET >= 4


def test_several_units_begin_on_pages_of_their_own():
    other = Sheet("Kulturprofil", "Aftenvagten", date(2026, 12, 7), tuple(CARDS[:1]))
    first = Sheet("Kulturprofil", "Hjemmepleje Nord", date(2026, 12, 7), tuple(CARDS[1:3]))
    empty = Sheet("Kulturprofil", "Ingen", date(2026, 12, 7), ())
    found = pages(sheets_pdf([first, empty, other], lang="da"))
    assert ["Hjemmepleje Nord" in page for page in found] == [True, False]
    assert ["Aftenvagten" in page for page in found] == [False, True]


@pytest.mark.parametrize("cards", [(), None])
def test_no_cards_is_no_sheet(cards):
    with pytest.raises(ValueError, match="no cards"):
        sheets_pdf([] if cards is None else [Sheet("t", "u", date(2026, 1, 1), cards)], lang="da")


@pytest.mark.parametrize("code", ["K7TM4WQX", "K7TM-4WQX"])
def test_a_code_is_shown_in_fours(code):
    assert shown(code) == "K7TM-4WQX"


def test_a_code_of_another_length_stays():
    assert shown("ABC123") == "ABC123"


def test_names_are_never_read_as_commands():
    evil = '#panic("x") *fed* <b> & $x^2$ \\ `k` @ref'
    text = pages(cards_pdf(CARDS[:1], lang="da", **ABOUT | {"unit": evil, "title": evil}))[0]
    assert evil in text

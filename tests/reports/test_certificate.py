"""The certificate of attendance: one page with name and number of days, in both languages, and no grade."""

import io
from datetime import date

import pypdf
import pytest

from kulturspejl.reports.certificate import Certificate, certificate_facts, certificate_pdf

CERTIFICATE = Certificate(
    name="Åse <b>Holm</b> & #strong[x]", course="Forløbet", organisation="Havnby", days=3, total=4,
    first=date(2026, 9, 1), last=date(2027, 2, 9), issued=date(2027, 2, 9),
)  # fmt: skip


@pytest.mark.slow
def test_it_is_one_tagged_page_and_a_name_is_a_name():
    pdf = pypdf.PdfReader(io.BytesIO(certificate_pdf(CERTIFICATE, lang="da")))
    text = " ".join(pdf.pages[0].extract_text().split())
    assert len(pdf.pages) == 1
    assert "/StructTreeRoot" in pdf.trailer["/Root"]
    for words in ("Kursusbevis", CERTIFICATE.name, "3 af 4 kursusdage", "9. februar 2027", "viser fremmøde"):
        assert words in text


def test_it_says_days_and_no_grade_in_both_languages():
    facts = certificate_facts(CERTIFICATE, lang="en")
    assert facts["took_part"] == "took part in 3 of 4 days of"
    assert "attendance" in facts["no_grade"]
    assert set(certificate_facts(CERTIFICATE, lang="da")) == set(facts)

"""What a content author reads of the kinds is what the kinds say of themselves."""

import pytest

from scripts.kinds import PAGES, with_table


@pytest.mark.parametrize("language", PAGES)
def test_the_table_in_the_documents_is_made_of_the_kinds(language):
    page = PAGES[language].read_text(encoding="utf-8")
    assert page == with_table(page, language), "run python -m scripts.kinds"

"""What is handed out is called as its unit is, with every letter."""

from kulturspejl.faces.shared.download import disposition


def test_the_header_names_the_file_plainly_and_whole():
    assert disposition("Hjemmepleje Øst", "pdf") == (
        "attachment; filename=\"hjemmepleje-oest.pdf\"; filename*=UTF-8''hjemmepleje-%C3%B8st.pdf"
    )
    assert disposition("cards 2", "pdf", is_download=False) == 'inline; filename="cards-2.pdf"'
    assert disposition('"\r\n', "csv") == 'attachment; filename="page.csv"'

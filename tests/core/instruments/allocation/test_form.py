"""The form of an answer: its blocks, in order, and what a room asks of it."""

from kulturspejl.core.instruments.allocation.form import (
    ON_PAPER,
    AnswerForm,
    blocks_asked,
    blocks_of,
    keys_of,
)


def test_the_printed_form_has_ten_points_and_draws_the_wish() -> None:
    assert AnswerForm(10, "drawn") == ON_PAPER
    assert [(one.id, one.period, one.number, one.total) for one in blocks_of(ON_PAPER)] == [
        *((f"now_d{number}", "now", number, 10) for number in range(1, 7)), ("wish", "wish", 7, 60),
    ]  # fmt: skip


def test_in_dimensions_the_wish_is_asked_six_times() -> None:
    form = AnswerForm(100, "dimensions")
    assert [(one.id, one.period, one.number, one.total) for one in blocks_of(form)[6:]] == [
        (f"pref_d{number}", "pref", number, 100) for number in range(1, 7)
    ]
    assert blocks_of(AnswerForm(100, "drawn"))[6].total == 600
    assert keys_of(form)[24:28] == ("pref_d1_A", "pref_d1_B", "pref_d1_C", "pref_d1_D")


def test_a_room_asks_for_now_the_wish_or_both() -> None:
    now, wish, both = (blocks_asked(asks) for asks in ("now", "wish", "both"))
    assert (now, wish, both) == (blocks_of(ON_PAPER)[:6], blocks_of(ON_PAPER)[6:], blocks_of(ON_PAPER))

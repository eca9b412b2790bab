"""The sentence that says what the line of time shows."""

from datetime import date

from kulturspejl.core.plans.line_of_time import Lane, told

DAY = date(2026, 3, 5)


def test_it_says_how_many_of_what_in_the_order_of_the_lanes() -> None:
    been = [(Lane.MEETING, date(2026, 6, 1)), (Lane.ROUND, DAY), (Lane.ROUND, date(2026, 9, 1)), (Lane.TRAIT, DAY)]
    late, ahead = [(Lane.LOOKED_AT, date(2026, 11, 4))], [(Lane.COURSE, date(2027, 1, 27))]
    assert told(been, late, ahead).da == (
        "Siden 5. marts 2026: 2 målinger, 1 træk og 1 TRIO-møde. Det venter på jer: 1 opfølgning, siden 4. november "
        "2026. Foran jer: 1 kursusdag, første gang 27. januar 2027."
    )
    assert told(been[:1], [], []).en == "Since 1 June 2026: 1 TRIO meeting. There is no day ahead of you."
    assert told([], [], []).da == "Der er ikke sket noget i planen endnu."

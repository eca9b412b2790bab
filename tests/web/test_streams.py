"""How many may listen: by room, in borrowed rooms together, and in all, with connections kept for everything else."""

from kulturspejl.web.streams import Seats, Streams, most_in_a_room


def test_a_room_has_seats_for_its_people_and_some():
    streams = Streams(most_open=1000)
    seats = Seats(most_in_a_room(3))
    assert [streams.enter("room:a", seats) for _ in range(27)] == [True] * 26 + [False]
    assert streams.enter("room:b", seats)
    streams.leave("room:a", seats)
    assert streams.enter("room:a", Seats(most_in_a_room(3)))


def test_a_class_of_a_thousand_all_listen():
    streams, seats = Streams(), Seats(most_in_a_room(1000))
    assert all(streams.enter("room:a", seats) for _ in range(1000))


def test_borrowed_rooms_have_half_and_a_fifth_of_all_is_no_stream():
    streams, lent = Streams(most_open=100), Seats(None, is_lent=True)
    assert sum(streams.enter(f"room:{number}", lent) for number in range(100)) == 40
    assert sum(streams.enter(f"round:{number}", Seats()) for number in range(100)) == 40
    assert streams.total == streams.most == 80


def test_who_leaves_makes_room_and_nothing_is_left_of_them():
    streams, lent = Streams(most_open=100), Seats(5, is_lent=True)
    for _ in range(3):
        assert streams.enter("room:a", lent)
    for _ in range(3):
        streams.leave("room:a", lent)
    assert (streams.total, streams.lent, dict(streams.by_topic)) == (0, 0, {})

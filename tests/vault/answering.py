"""A process in which people answer one after the other, on a disk that somebody else copies meanwhile.

    python -m tests.vault.answering LIST PEOPLE WAY [WAY]

It says each way of keeping keys (`as-it-was`, `now`) once people answer in that way, and goes on to the next at a line
on its input. LIST, on another disk, gets a line for each version of a box that is sealed: place, key and sealed bytes.
"""

import json
import random
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

PAUSE = 0.4


def main() -> None:
    """Found a town, open a round, and let people answer until told to stop."""
    listed, people, *ways = sys.argv[1:]
    import django

    django.setup()
    from kulturspejl.cli.archive import first

    first.make_where_none_are()
    from kulturspejl.vault import boxes
    from tests.vault import disk

    real = boxes.seal_list
    with Path(listed).open("a", encoding="utf-8") as out:

        def sealed(key: bytes, records: dict[bytes, bytes], about: bytes) -> bytes:
            done = real(key, records, about)
            out.write(json.dumps([about.hex(), key.hex(), done.hex()]) + "\n")
            out.flush()
            return done

        with disk.replaced(boxes, "seal_list", sealed):
            answers = _answers(int(people))
            for way in ways:
                _until_told(answers, way)


def _until_told(answers: Iterator[None], way: str) -> None:
    from tests.vault import disk

    told = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.readline(), told.set()), daemon=True).start()
    with ExitStack() as stack:
        if way == "as-it-was":
            stack.enter_context(disk.as_it_was())
        next(answers)
        next(answers)
        sys.stdout.write(f"{way}\n")
        sys.stdout.flush()
        while not told.wait(PAUSE * random.uniform(0.5, 1.5)):
            next(answers)


def _answers(people: int) -> Iterator[None]:
    """One answer at each step, as long as somebody has not answered."""
    from tests.actions.town import answer, found_town, long_codes, open_round, profile

    codes = long_codes(open_round(found_town(headcount=people), mails=people))
    for code in random.sample(codes, len(codes)):
        answer(code, profile(random.randrange(4), random.randrange(4), random.randrange(3)))
        yield


if __name__ == "__main__":
    main()

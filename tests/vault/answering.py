"""A process in which people answer one after the other, on a disk that somebody else copies meanwhile.

    python -m tests.vault.answering LIST PEOPLE SECONDS [as-it-was]

LIST gets a line for each version of a box that is sealed: place, key and sealed bytes. It lies on another disk.
"""

import json
import random
import sys
import time
from contextlib import ExitStack
from pathlib import Path


def main() -> None:
    """Found a town, open a round, say so, and answer until everybody has."""
    listed, people, seconds, *how = sys.argv[1:]
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.KULTURSPEJL_VAR.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    from kulturspejl.vault import boxes
    from tests.actions.town import answer, found_town, long_codes, open_round, profile
    from tests.vault import disk

    real = boxes.seal_list
    with Path(listed).open("a", encoding="utf-8") as out, ExitStack() as stack:

        def sealed(key: bytes, records: dict[bytes, bytes], about: bytes) -> bytes:
            done = real(key, records, about)
            out.write(json.dumps([about.hex(), key.hex(), done.hex()]) + "\n")
            out.flush()
            return done

        stack.enter_context(disk.replaced(boxes, "seal_list", sealed))
        if how == ["as-it-was"]:
            stack.enter_context(disk.as_it_was())
        round_id = open_round(found_town(headcount=int(people)), mails=int(people))
        codes = long_codes(round_id)
        print("open", flush=True)
        for code in random.sample(codes, len(codes)):
            answer(code, profile(random.randrange(4), random.randrange(4), random.randrange(3)))
            time.sleep(float(seconds) * random.uniform(0.5, 1.5))


if __name__ == "__main__":
    main()

"""Run by an earlier version with its own tests at hand: a closed result, a round half answered, a room that is on.

Prints, as JSON, what people hold in their hands: codes, a voucher that is not used yet, keys of phones.
"""

import json
import sys
import uuid
from datetime import UTC, datetime, timedelta

import django

django.setup()

from kulturspejl.actions import eligibility, plans  # noqa: E402
from kulturspejl.cli.instance import bring_store_up_to_date  # noqa: E402
from tests import people  # noqa: E402
from tests.actions import town  # noqa: E402
from tests.actions.rooms import course  # noqa: E402

now = datetime.now(UTC)
bring_store_up_to_date()
long_ago = now - timedelta(days=100)
where = people.team(9, now=long_ago)
closed = people.closed_round(where, now=long_ago)
for trait_words, what in (("Dialog", "Tavlemøde"), ("Færre møder", "Kun om mandagen")):
    trait = plans.choose_trait(
        by=where.leader, unit_id=where.unit, stems_from=closed.unit, more_of=trait_words, less_of="",
        notice="Vi spørger", better_for="borgerne", now=long_ago,
    )  # fmt: skip
    plans.agree_action(
        by=where.amr, trait_id=trait, what=what, who="Karen", due=long_ago.date(), follow_up=long_ago.date(),
        now=long_ago,
    )  # fmt: skip
yesterday = now - timedelta(days=1)
made = people.open_round(where, mails=9, now=yesterday)
for code in made.codes[:5]:
    town.answer(code, town.profile(4, 2, 2), now=yesterday)
voucher = eligibility.admit(code=made.codes[5], blinded=uuid.uuid4().bytes, now=yesterday)

course.found_town = lambda now: where
course.NOW = yesterday
day = course.begin(9, now=now)
box = own = None
if hasattr(course.Course, "buy"):  # The first version kept what had no name in clear; the update threw it away.
    box = f"{day.go_to('culture_profile', 'pairs', now=now)}/direction"
    for number in range(3):
        day.send(box, {"pull": "A"}, token=course.token(number), now=now)
    own = day.buy(box, course.token(3), now=now)
part = f"{day.go_to('check_in', 'line', now=now)}/arrived"
for key in day.keys[:5]:
    day.send(part, {"line": "hemmeligt"}, key=key, now=now)

sys.stdout.write(
    json.dumps(
        {
            "closed": str(closed.id), "open": str(made.id), "codes": made.codes, "voucher": voucher,
            "room": str(day.id), "part": part, "keys": day.keys, "box": box, "own": own,
        }
    )
)  # fmt: skip

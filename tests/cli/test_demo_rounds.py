"""The demo's rounds: the same each time it is made, whatever ids the store gives to units and people."""

from datetime import timedelta

import numpy as np
import pytest
from django.db import transaction
from django.utils import timezone

from kulturspejl.cli.demo import build, cast
from kulturspejl.cli.demo.places import SAFE
from kulturspejl.records.models import Release

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_a_round_draws_the_same_whatever_was_closed_before_it(tmp_path, settings):
    settings.KULTURSPEJL_KEYS = tmp_path
    now = timezone.now()
    with transaction.atomic():
        made = cast.gather(np.random.default_rng(build.SEED), "da", now - timedelta(days=300))
    asked = [(key, "trait_pairs") for key in (SAFE, "havblik", SAFE)]
    for key, instrument in asked:
        build._closed_on_steps(made, key, instrument, 0.5, now - timedelta(days=44), now)
    first, other, again = (
        row.released["units"][0]["numbers"] for row in Release.objects.order_by("round__requested_on", "id")
    )
    assert first == again
    assert first != other

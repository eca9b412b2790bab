"""Run by any version: the open round ends, and its result is made."""

from datetime import UTC, datetime

import django

django.setup()

from kulturspejl.actions import closing  # noqa: E402
from kulturspejl.records.models import Round  # noqa: E402

now = datetime.now(UTC)
Round.objects.filter(state="open").update(closes_at=now)
closing.close_due(now=now)

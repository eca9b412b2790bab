"""What is not as it should be though the instance serves and stores, from what the store itself knows."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kulturspejl.readers.mail_state import mail_state
from kulturspejl.records.models import Organisation, WrittenBy
from kulturspejl.values.instance_facts import BACKUP, BACKUP_FAILED, CLOCK_HELD, RESTORED, Fact, fact

OLDEST_BACKUP = timedelta(hours=50)
"""Two nights: one may be missed while a machine is being looked after."""


@dataclass(frozen=True)
class BackupState:
    """The last one that came through, and why the one after it did not; `is_late` where an organisation has waited."""

    last: Fact | None
    failed: Fact | None
    is_late: bool


def backup_state(now: datetime) -> BackupState:
    """A demo, and an instance that nobody has begun, need none."""
    last, failed = fact(BACKUP), fact(BACKUP_FAILED)
    since = max((one for one in (last.at if last else None, _begun()) if one), default=now)
    needs_one = Organisation.objects.filter(is_demo=False).exists()
    return BackupState(last, failed, needs_one and now - since > OLDEST_BACKUP)


def clock_held() -> Fact | None:
    """The clock has jumped, and what goes by it stands still."""
    return fact(CLOCK_HELD)


def restored() -> Fact | None:
    """When the store was last restored."""
    return fact(RESTORED)


def words(now: datetime) -> tuple[str, ...]:
    """One word for each trouble."""
    backup = backup_state(now)
    found = {
        "mail": mail_state().since is not None, "clock": clock_held() is not None,
        "backup": backup.failed is not None or backup.is_late,
    }  # fmt: skip
    return tuple(word for word, is_so in found.items() if is_so)


def _begun() -> datetime | None:
    """When this version began, or the store was restored: an instance is not late before it has had its nights."""
    restored = fact(RESTORED)
    begun = WrittenBy.objects.order_by("-since").values_list("since", flat=True).first()
    return max((one for one in (begun, restored.at if restored else None) if one), default=None)

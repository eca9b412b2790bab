"""What whoever administers an organisation must know of the server: backup, clock and letters."""

from django import template
from django.utils import timezone

from kulturspejl.readers import troubles
from kulturspejl.readers.mail_state import mail_state

register = template.Library()


@register.inclusion_tag("steward/server_state.html")
def server_state(*, whole: bool = False) -> dict[str, object]:
    """What is not as it should be; with `whole` also when the last backup was made."""
    now = timezone.now()
    return {
        "whole": whole, "backup": troubles.backup_state(now), "clock": troubles.clock_held(), "mail": mail_state(),
        "restored": troubles.restored() if whole else None,
    }  # fmt: skip

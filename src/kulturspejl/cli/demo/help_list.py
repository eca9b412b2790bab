"""The demo organisation's list of help: invented people, and numbers that belong to nobody."""

from datetime import datetime

from kulturspejl.actions import local_help
from kulturspejl.cli.demo import names
from kulturspejl.cli.demo.cast import STEWARD, Cast
from kulturspejl.records.models import User

KEEPER = "Stine Bro, HR"
LINES = {
    "hr": {
        "who": "Stine Bro", "phone": "55 01 02 03", "what_da": "Løn, fravær og det, man er i tvivl om",
        "what_en": "Pay, absence and what one is in doubt about", "hours_da": "Hverdage kl. 9-15",
        "hours_en": "Weekdays 9:00-15:00",
    },
    "psychologist": {
        "who": "Psykologordningen", "phone": "55 04 05 06",
        "what_da": "Fem samtaler uden henvisning. Ingen på arbejdspladsen får det at vide.",
        "what_en": "Five conversations without a referral. Nobody at work is told.",
        "hours_da": "Hele døgnet", "hours_en": "Day and night",
    },
    "after_event": {
        "who": "Vagttelefonen", "phone": "55 07 08 09", "what_da": "En kollega kommer til dig med det samme",
        "what_en": "A colleague comes to you at once", "hours_da": "Hele døgnet", "hours_en": "Day and night",
    },
    "outside": {
        "who": "Din læge, og 112 ved fare for liv", "phone": "112", "what_da": "Ring hellere én gang for meget",
        "what_en": "Better to call once too often",
    },
}  # fmt: skip


def keep(made: Cast, now: datetime) -> None:
    """Written by the administrator."""
    steward = User.objects.get(email=names.address(STEWARD))
    local_help.save_help(by=steward, organisation_id=made.organisation_id, lines=LINES, keeper=KEEPER, now=now)

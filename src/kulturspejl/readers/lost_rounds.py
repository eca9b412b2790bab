"""What somebody with a code is told when a round could not go on."""

from datetime import date, timedelta

from kulturspejl.core.content.text import Text
from kulturspejl.records.models import LostBy, Round

TOLD_FOR = timedelta(days=90)
"""As long as any round may be open: a card lies in a pocket that long."""


def told(day: date) -> Text | None:
    """The sentence for a code that opens nothing, while a round has been lost of late; None where none has.

    The code itself is of no help: a restored backup holds no codes of open rounds.
    """
    lately = Round.objects.filter(lost_on__gt=day - TOLD_FOR).order_by("-lost_on").values_list("lost_on", "lost_by")
    on, by = lately.first() or (None, "")
    return _sentence(on, by) if on else None


def _sentence(on: date, by: str) -> Text:
    da_day, en_day = f"{on.day}.{on.month}.{on.year}", f"{on.day} {on:%B} {on.year}"
    da_why, en_why = {
        LostBy.RESTORE: ("serveren blev genskabt fra en sikkerhedskopi", "the server was restored from a backup"),
        LostBy.KEYS: ("serverens nøgler til svarene gik tabt", "the server's keys to the answers were lost"),
    }.get(LostBy(by), ("serveren fik en ny hemmelig nøgle", "the server got another secret key"))
    return Text(
        da=f"Koden åbner ikke noget. Den {da_day} blev en måling, der var åben, afbrudt: {da_why}. Var din kode til "
        "den, er svarene væk og kan ikke ses af nogen, og du hører nærmere, hvis I bliver spurgt igen. Er den til en "
        "anden måling, så se efter, om du har tastet rigtigt.",
        en=f"The code opens nothing. On {en_day} a round that was open was broken off: {en_why}. If your code was for "
        "that one, its answers are gone and nobody can see them; you will hear if you are asked again. If it is for "
        "another round, look whether you typed it right.",
    )

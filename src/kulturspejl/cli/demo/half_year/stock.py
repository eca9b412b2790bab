"""Taking stock of the plan on the last day: what became everyday, what goes on, and the line that the team hears."""

import uuid
from datetime import datetime

from kulturspejl.actions import plans
from kulturspejl.cli.demo.half_year.story import Story
from kulturspejl.core.plans import StatusDraft, StatusLine
from kulturspejl.core.text import Text
from kulturspejl.records.models import Action, Trait

CAME = Text(
    da="Ruterne er lagt, før telefonen bliver tændt. Nu gør aftenholdet det også.",
    en="The routes are laid out before the phone is switched on. Now the evening team does it too.",
)
GOES_ON = Text(
    da="Vi nævner ugens ene ting hver fredag, og de fleste har prøvet noget.",
    en="We name the one thing of the week each Friday, and most have tried something.",
)
LEARNT = Text(
    da="Det blev til noget, fordi vi holdt op med noget andet.",
    en="It came to something because we stopped something else.",
)
LINE = Text(
    da="Der er mere plads til at prøve nyt hos os. Tak for det; vi bliver ved.",
    en="There is more room to try something new here. Thank you for that; we go on.",
)


def take(it: Story, now: datetime) -> uuid.UUID:
    """The status, as leader, AMR and TR have talked it through."""
    trait, again = Trait.objects.get(unit_id=it.unit, is_current=True), it.reel.day(-182)
    first = Action.objects.exclude(id=it.action).get(unit_id=it.unit)
    main = Action.objects.get(id=it.action)
    draft = StatusDraft(
        traits=(StatusLine(trait.id, trait.version, "goes_on", came=it.into(GOES_ON)),),
        actions=(
            StatusLine(first.id, first.version, "everyday", came=it.into(CAME), who=first.who, again=again),
            StatusLine(main.id, main.version, "goes_on", came=it.into(GOES_ON), who=main.who, again=again),
        ),
        learnt=it.into(LEARNT), line=it.into(LINE), again=again,
    )  # fmt: skip
    return plans.take_stock(by=it.tr, unit_id=it.unit, draft=draft, now=now)

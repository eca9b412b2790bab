"""What some units have chosen to work on, and what they do about it."""

import uuid
from datetime import datetime, timedelta
from typing import NamedTuple

from kulturspejl.access.permission import day_of
from kulturspejl.actions import plans
from kulturspejl.cli.demo.cast import Cast
from kulturspejl.core.text import Text
from kulturspejl.records.models import RoundUnit, User


class Chosen(NamedTuple):
    """A unit's trait and its first action; `days` from the choice to the due date, and to looking again."""

    key: str
    more: Text
    less: Text
    notice: Text
    better: Text
    what: Text
    who: Text
    days: tuple[int, int]
    state: str


HAPPENED = Text(
    da="Vi gjorde det tre gange. De nye sagde, at det var lettere at spørge.",
    en="We did it three times. Those who are new said that it was easier to ask.",
)
CHOSEN = (
    Chosen(
        "north",
        Text(da="Vi siger tingene til hinanden", en="We say things to each other"),
        Text(da="Snak i krogene", en="Talk behind backs"),
        Text(da="På morgenmødet bliver der sagt, hvad der var svært i går.",
             en="At the morning meeting somebody says what was hard yesterday."),
        Text(da="Nye kolleger og de borgere, der møder os begge.",
             en="New colleagues, and the citizens who meet us both."),
        Text(da="Fem minutter på morgenmødet: Hvad lærte vi i går?",
             en="Five minutes at the morning meeting: what did we learn yesterday?"),
        Text(da="Amina og Mette på skift", en="Amina and Mette in turns"), (14, 45), "under_way",
    ),
    Chosen(
        "birkelund",
        Text(da="Plads til at prøve nyt", en="Room to try something new"),
        Text(da="Sådan plejer vi at gøre", en="We have always done it this way"),
        Text(da="Hver gruppe har prøvet én ny ting og fortalt om den.",
             en="Each group has tried one new thing and told about it."),
        Text(da="Beboerne og nattevagterne", en="The residents and those on night duty"),
        Text(da="Et forsøg om måneden, vælges på personalemødet",
             en="One trial a month, chosen at the staff meeting"),
        Text(da="Gruppelederne", en="The group leaders"), (30, 90), "agreed",
    ),
    Chosen(
        "fjord",
        Text(da="Fælles retning for de yngste klasser", en="A common direction for the youngest classes"),
        Text(da="Hver sin metode", en="Each our own method"),
        Text(da="To team planlægger det samme forløb sammen.", en="Two teams plan the same lessons together."),
        Text(da="Eleverne, når de skifter klasse", en="The pupils when they change classes"),
        Text(da="Fælles planlægning hver anden torsdag", en="Planning together every second Thursday"),
        Text(da="Teamkoordinatorerne", en="The team coordinators"), (21, 60), "tried",
    ),
    Chosen(
        "roadwork",
        Text(da="Aftaler, der holder", en="Agreements that hold"),
        Text(da="Opgaver, der ændres i døren", en="Tasks that change on the way out"),
        Text(da="Ugeplanen fra mandag gælder stadig torsdag.",
             en="Monday’s plan for the week still holds on Thursday."),
        Text(da="Holdene på vejen og borgerne", en="The crews on the road and the citizens"),
        Text(da="Mandagsmøde ved kortet, 20 minutter", en="Monday meeting at the map, 20 minutes"),
        Text(da="Formanden", en="The foreman"), (7, 40), "under_way",
    ),
    Chosen(
        "citizens",
        Text(da="Mod til at spørge", en="The courage to ask"),
        Text(da="At sidde alene med det svære", en="Sitting alone with what is hard"),
        Text(da="Vi hører spørgsmålet »må jeg lige vende noget?« hver dag.",
             en="We hear “may I think aloud with you?” every day."),
        Text(da="De nye og de borgere, der får et bedre svar",
             en="Those who are new, and citizens who get a better answer"),
        Text(da="Makkerpar i ekspeditionen", en="Partners at the counter"),
        Text(da="Leder og TR", en="Leader and union representative"), (10, 50), "keep",
    ),
)  # fmt: skip


def agree(cast: Cast, round_id: uuid.UUID, now: datetime) -> None:
    """Each of these units chooses its trait from the round, and agrees on the first action."""
    for one in CHOSEN:
        unit = RoundUnit.objects.get(round_id=round_id, unit_id=cast.units[one.key])
        leader = cast.leaders[one.key]
        trait = plans.choose_trait(
            by=leader, unit_id=cast.units[one.key], stems_from=unit.id, more_of=one.more.into(cast.language),
            less_of=one.less.into(cast.language), notice=one.notice.into(cast.language),
            better_for=one.better.into(cast.language), now=now,
        )  # fmt: skip
        action = plans.agree_action(
            by=leader, trait_id=trait, what=one.what.into(cast.language), who=one.who.into(cast.language),
            due=day_of(now + timedelta(days=one.days[0])), follow_up=day_of(now + timedelta(days=one.days[1])), now=now,
        )  # fmt: skip
        _moved(leader, action, one, cast.language, now)


def _moved(leader: User, action: uuid.UUID, one: Chosen, language: str, now: datetime) -> None:
    """As far as the unit has come with it."""
    happened = HAPPENED.into(language)
    if one.state in ("under_way", "tried"):
        line = happened if one.state == "tried" else ""
        plans.move(by=leader, action_id=action, state=one.state, seen=1, line=line, now=now)
    elif one.state == "keep":
        plans.follow_up(
            by=leader, action_id=action, seen=1, noticed="partly", effect=happened, outcome="keep",
            next_day=day_of(now + timedelta(days=one.days[1])), now=now,
        )  # fmt: skip

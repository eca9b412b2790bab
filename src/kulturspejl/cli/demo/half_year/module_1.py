"""Module 1: a TRIO meeting before it, and the day with demands and resources."""

from datetime import datetime, time

from kulturspejl.actions import trio
from kulturspejl.cli.demo.half_year.class_days import open_day
from kulturspejl.cli.demo.half_year.story import AMR, EMPLOYEE, LEADER, PROVIDER, TR, Story, stop
from kulturspejl.core.text import Text
from kulturspejl.core.trio.minutes import DECIDED, TELL_TEAM, WHO_DOES_WHAT
from kulturspejl.faces.steward.demo.film import Stop
from kulturspejl.records.models import TrioMeeting

MEETING, BEFORE = 154, 147
MINUTES = {
    DECIDED: Text(
        da="Vi spørger teamet om, hvad der fylder i arbejdet, før vi selv gætter.",
        en="We ask the team what takes up most space in the work before we guess ourselves.",
    ),
    WHO_DOES_WHAT: Text(
        da="Jonas samler tre stikord på morgenmødet inden modul 1.",
        en="Jonas gathers three keywords at the morning meeting before module 1.",
    ),
    TELL_TEAM: Text(
        da="At vi er på kursus sammen, og at det handler om arbejdet og ikke om enkelte.",
        en="That we are on a course together, and that it is about the work and not about single persons.",
    ),
}
TITLE = Text(da="Modul 1", en="Module 1")
TOLD = Text(
    da="TRIO’en har holdt møde og skrevet tre linjers referat. I dag arbejder holdet med belastninger, krav og "
    "ressourcer. Sidst på dagen begynder hver leder sin egen udviklingsplan.",
    en="The TRIO has met and written minutes of three lines. Today the class works with strain, demands and "
    "resources. At the end of the day each leader begins a development plan of their own.",
)


def play(it: Story) -> Stop:
    """The meeting a week before, and the day up to the weights of demands and resources."""
    now = it.reel.at(MEETING, 13, 30)
    meeting = TrioMeeting.objects.get(unit_id=it.unit, minutes={})
    trio.write_minutes(
        by=it.amr, meeting_id=meeting.id, seen=meeting.version, months=12, now=now,
        values={key: it.into(words) for key, words in MINUTES.items()},
    )  # fmt: skip
    trio.plan_meeting(
        by=it.leader, unit_id=it.unit, day=it.reel.day(98), starts=time(13), place="Nordhuset", now=now
    )
    hall = open_day(it, "module_1", it.reel.at(BEFORE, 9))
    now = it.reel.at(BEFORE, 13, 5)
    weigh = hall.go_to("demands_resources", "weigh", now)
    hall.hand_in(weigh, now)
    hall.show(weigh, now)
    it.reel.turn()
    return _stop(it, now, str(meeting.id))


def _stop(it: Story, now: datetime, meeting: str) -> Stop:
    return stop(
        "module_1", now, TITLE, TOLD,
        it.look(LEADER, Text(
            da="Mettes egen udviklingsplan: Vælg seks ord, og skriv. Den bliver låst på telefonen, før den sendes. "
            "Serveren kan ikke læse den.",
            en="Mette’s own development plan: choose six words, and write. It is locked on the phone before it is "
            "sent. The server cannot read it.",
        ), "/own-plan"),
        it.look(AMR, Text(
            da="Referatet fra TRIO-mødet, i tre felter. Se, hvor længe det bliver gemt, og hvem der valgte det.",
            en="The minutes of the TRIO meeting, in three fields. See how long they are kept, and who chose that.",
        ), f"/trio/{meeting}"),
        it.by_link(TR, Text(
            da="Læselisten. Det, Amina sætter flueben ved, bliver i hendes egen browser.",
            en="The reading list. What Amina ticks off stays in her own browser.",
        ), it.course_page(it.tr, "/reading")),
        it.nothing_yet(EMPLOYEE, Text(
            da="Teamet er ikke med på kurset. Om tre uger kommer modellen hjem til dem.",
            en="The team is not on the course. In three weeks the model comes home to them.",
        )),
        it.look(PROVIDER, Text(
            da="Skrivebordet midt i modul 1: alle har vægtet krav og ressourcer, og holdets fælles billede er vist.",
            en="The desk in the middle of module 1: all have weighed demands and resources, and the picture is up.",
        ), f"/facilitate/{it.rooms['module_1']}"),
    )  # fmt: skip

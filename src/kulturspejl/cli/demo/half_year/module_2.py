"""Module 2, and the round that the leader asks for when she is home again."""

from datetime import datetime, time

from kulturspejl.actions import plans, trio
from kulturspejl.cli.demo.half_year import asked
from kulturspejl.cli.demo.half_year.class_days import open_day
from kulturspejl.cli.demo.half_year.story import AMR, EMPLOYEE, LEADER, PROVIDER, TR, Story, stop
from kulturspejl.core.text import Text
from kulturspejl.core.trio.minutes import DECIDED, TELL_TEAM
from kulturspejl.faces.steward.demo.film import Stop
from kulturspejl.records.models import Action, TrioMeeting

MEETING, DAY, ASKED, RELEASED, BEFORE, BEFORE_PLAN = 98, 91, 89, 88, 86, 63
FIRST = "first"
ANSWERED = 5
MINUTES = {
    DECIDED: Text(
        da="Telefonen på lydløs virker. Vi bliver ved, og vi tager kulturen op efter modul 2.",
        en="The phone on silent works. We go on with it, and we take up our culture after module 2.",
    ),
    TELL_TEAM: Text(
        da="At der kommer en måling, og at Jonas læser den igennem, før den sendes.",
        en="That a round is coming, and that Jonas reads it before it is sent.",
    ),
}
TITLE = Text(da="Modul 2, og alle bliver spurgt", en="Module 2, and all are asked")
TOLD = Text(
    da="Modul 2 handlede om kultur. Hjemme igen har Mette bedt om en måling af Hjemmepleje Nord. Jonas læste "
    "spørgsmål og brev og frigav den. Fem af elleve har svaret på to dage. Ingen kan se hvem.",
    en="Module 2 was about culture. Home again, Mette has asked for a round of Home Care North. Jonas read questions "
    "and letter and released it. Five of eleven have answered in two days. Nobody can see who.",
)


def play(it: Story) -> Stop:
    """A meeting, the day, the round on its way."""
    now = it.reel.at(MEETING, 13, 40)
    meeting = TrioMeeting.objects.get(unit_id=it.unit, minutes={})
    trio.write_minutes(
        by=it.tr, meeting_id=meeting.id, seen=meeting.version, months=12, now=now,
        values={key: it.into(words) for key, words in MINUTES.items()},
    )  # fmt: skip
    trio.plan_meeting(
        by=it.leader, unit_id=it.unit, day=it.reel.day(63), starts=time(13), place="Nordhuset", now=now
    )
    _take_in(it, now)
    hall = open_day(it, "module_2", it.reel.at(DAY, 9))
    now = it.reel.at(DAY, 10, 30)
    hall.hand_in(hall.go_to("culture_profile", "alone", now), now)
    hall.finish(it.reel.at(DAY, 16))
    asked.ask(it, FIRST, it.reel.at(ASKED, 10))
    it.reel.turn()
    asked.let_go(it, FIRST, it.reel.at(RELEASED, 10, 15))
    it.reel.turn()
    now = it.reel.at(BEFORE, 9, 30)
    asked.answers(it, FIRST, asked.BEFORE, 0, ANSWERED, now)
    it.reel.turn()
    return _stop(it, now)


def _take_in(it: Story, now: datetime) -> None:
    """What the team agreed on three weeks ago has been tried since: it becomes an action of the unit."""
    idea = Action.objects.get(unit_id=it.unit, state="idea")
    plans.change_action(
        by=it.amr, action_id=idea.id, seen=idea.version, take_in=True, what=idea.what, who=idea.who, now=now,
        due=it.reel.day(DAY), follow_up=it.reel.day(BEFORE_PLAN), influence="workload_time_pressure",
    )  # fmt: skip


def _stop(it: Story, now: datetime) -> Stop:
    return stop(
        "module_2", now, TITLE, TOLD,
        it.look(LEADER, Text(
            da="Målingens side: hvor langt vi er, i grove trin, og hvornår den lukker. Et tal for hver dag ville "
            "røbe, hvem der svarede.",
            en="The page of the round: how far we are, in coarse steps, and when it closes. A number a day would "
            "tell who answered.",
        ), asked.round_path(it, FIRST)),
        it.look(AMR, Text(
            da="Den samme måling, som Jonas har frigivet: Uden hans ja var intet sendt. Han kan stadig sætte den på "
            "pause.",
            en="The same round, which Jonas has released: without his yes nothing had been sent. He can still stop "
            "it.",
        ), asked.round_path(it, FIRST)),
        it.look(TR, Text(
            da="Forsiden: målingen er i gang, og Amina kan printe kort til dem uden mail.",
            en="The overview: the round is under way, and Amina can print cards for those without mail.",
        ), "/home"),
        it.by_link(EMPLOYEE, Text(
            da="Telefonen: Læs, hvem der ser hvad, og svar på seks spørgsmål. Du kan sende et rigtigt svar.",
            en="The phone: read who sees what, and answer six questions. You can send a real answer.",
        ), asked.door(it, FIRST, ANSWERED)),
        it.look(PROVIDER, Text(
            da="Holdets side efter tre dage: hvor mange der kom, og hvilke breve der er sendt. Målingen derhjemme er "
            "enhedens egen og står ikke her.",
            en="The page of the class after three days: how many came, and which letters were sent. The round at "
            "home is the unit’s own and does not stand here.",
        ), f"/facilitate/class/{it.class_id}"),
    )  # fmt: skip

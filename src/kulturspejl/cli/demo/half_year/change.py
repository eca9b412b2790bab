"""Module 3: what has changed, what stays agreed, and a certificate in the hand."""

from datetime import datetime

from kulturspejl.actions import trio
from kulturspejl.cli.demo.half_year import asked, stock
from kulturspejl.cli.demo.half_year.class_days import open_day
from kulturspejl.cli.demo.half_year.second import ANSWERED, SECOND
from kulturspejl.cli.demo.half_year.story import AMR, EMPLOYEE, LEADER, PROVIDER, TR, Story, stop
from kulturspejl.core.text import Text
from kulturspejl.core.trio.minutes import DECIDED, TELL_TEAM
from kulturspejl.faces.steward.demo.film import Stop
from kulturspejl.records.models import TrioMeeting

LATE, MEETING, BEFORE = 12, 4, 0
MINUTES = {
    DECIDED: Text(
        da="Der er mere plads til at prøve nyt. Vi bliver ved med mandagens ene ting.",
        en="There is more room to try something new. We go on with Monday’s one thing.",
    ),
    TELL_TEAM: Text(
        da="Amina viser de to billeder ved siden af hinanden og spørger, hvad der gjorde forskellen.",
        en="Amina shows the two pictures side by side and asks what made the difference.",
    ),
}
YEARLY = Text(da="Aftenholdet hører om ændringer for sent", en="The evening team hears of changes too late")
TITLE = Text(da="Hvad har flyttet sig? Modul 3", en="What has moved? Module 3")
TOLD = Text(
    da="Det nye resultat står ved siden af det gamle, med det, der kan være tilfældigt, tegnet ind. Det er sidste "
    "dag på kurset: status på planen, aftaler for tiden efter, og et bevis til dem, der vil have det.",
    en="The new result stands beside the old one, and what may be chance is drawn in. It is the last day of the "
    "course: how the plan stands, what is agreed for afterwards, and a certificate for those who want it.",
)


def play(it: Story) -> Stop:
    """The rest answer, the round closes by itself, the TRIO meets, and the class has its last day."""
    asked.answers(it, SECOND, asked.AFTERWARDS, ANSWERED, 11, it.reel.at(LATE, 11))
    now = it.reel.at(MEETING, 13, 30)
    meeting = TrioMeeting.objects.get(unit_id=it.unit, minutes={})
    trio.write_minutes(
        by=it.leader, meeting_id=meeting.id, seen=meeting.version, months=36, now=now,
        values={key: it.into(words) for key, words in MINUTES.items()},
    )  # fmt: skip
    trio.put_on_sheet(by=it.amr, unit_id=it.unit, words=it.into(YEARLY), now=now)
    hall = open_day(it, "module_3", it.reel.at(BEFORE, 9))
    status = stock.take(it, it.reel.at(BEFORE, 14, 40))
    now = it.reel.at(BEFORE, 15, 10)
    hall.hand_in(hall.go_to("plan_status", "alone", now), now)
    it.reel.turn()
    return _stop(it, now, str(status))


def _stop(it: Story, now: datetime, status: str) -> Stop:
    path = asked.result_path(it, SECOND)
    return stop(
        "change", now, TITLE, TOLD,
        it.look(LEADER, Text(
            da="Rul ned til »Siden«: begge spejle i én figur, og for hver forskel, hvor sikker den er.",
            en="Scroll down to “Since”: both mirrors in one figure, and for each difference how certain it is.",
        ), path),
        it.by_link(LEADER, Text(
            da="Mettes side på kurset: Hele vejen er gået, og beviset kan hentes som PDF.",
            en="Mette’s page of the course: the whole path has been walked, and the certificate can be fetched as a "
            "PDF.",
        ), it.course_page(it.leader)),
        it.look(AMR, Text(
            da="Forsiden: tidslinjen med to små spejle, handlingen og opfølgningen imellem.",
            en="The overview: the time line with two small mirrors, and the action and looking again in between.",
        ), "/home"),
        it.look(TR, Text(
            da="TRIO’ens side: fire referater, fokus fra workshoppen og listen til den årlige arbejdsmiljødrøftelse.",
            en="The page of the TRIO: four sets of minutes, the focus of the workshop, and the list for the yearly "
            "discussion.",
        ), f"/units/{it.unit}/trio"),
        it.look(TR, Text(
            da="Status på planen: hvad der er blevet hverdag, hvad der fortsætter, og den linje, teamet får læst "
            "højt.",
            en="How the plan stands: what has become everyday, what goes on, and the line that is read to the team.",
        ), f"/status/{status}"),
        it.by_link(EMPLOYEE, Text(
            da="Teamet ser selv, hvad der har flyttet sig, og hvad der stadig er aftalt.",
            en="The team itself sees what has moved, and what is still agreed.",
        ), asked.door(it, SECOND, 0)),
        it.look(PROVIDER, Text(
            da="Holdet efter fire dage: fremmøde, hjemmeopgaver og den dag, alt om holdet bliver slettet.",
            en="The class after four days: attendance, homework, and the day on which all about the class is deleted.",
        ), f"/facilitate/class/{it.class_id}"),
    )  # fmt: skip

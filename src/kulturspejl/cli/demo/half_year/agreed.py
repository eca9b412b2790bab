"""One trait and one action, agreed on by three."""

from datetime import datetime, time

from kulturspejl.actions import plans, trio
from kulturspejl.cli.demo.half_year import asked
from kulturspejl.cli.demo.half_year.module_2 import FIRST
from kulturspejl.cli.demo.half_year.story import AMR, EMPLOYEE, LEADER, PROVIDER, TR, Story, stop
from kulturspejl.core.text import Text
from kulturspejl.core.trio.minutes import DECIDED, TELL_TEAM
from kulturspejl.faces.steward.demo.film import Stop
from kulturspejl.records.models import Action, TrioMeeting

BEFORE, DUE, FOLLOW_UP = 63, 42, 35
MORE = Text(da="Plads til at prøve noget nyt", en="Room to try something new")
LESS = Text(da="»Sådan har vi altid gjort«", en="“We have always done it like this”")
NOTICE = Text(
    da="Hver uge fortæller en om noget, der blev prøvet.", en="Every week somebody tells of something tried."
)
BETTER = Text(da="Borgerne og de nye kolleger.", en="The citizens and the new colleagues.")
WHAT = Text(
    da="Én ny ting om ugen, valgt på mandagens morgenmøde",
    en="One new thing a week, chosen at Monday’s morning meeting",
)
WHO = Text(da="Amina og Mette på skift", en="Amina and Mette in turns")
SIGN = Text(
    da="Fredag kan vi nævne, hvad vi prøvede, også når det gik skævt.",
    en="On Friday we can name what we tried, also when it went wrong.",
)
STOP = Text(
    da="Gennemgangen af ugeplanen, som alle har læst.", en="Going through the week’s plan that all have read."
)
FIRST_EFFECT = Text(
    da="Der bliver ringet færre gange, mens ruterne bliver lagt. Ingen borger har ventet længere.",
    en="There are fewer calls while the routes are laid out. No citizen has waited longer.",
)
MINUTES = {
    DECIDED: Text(
        da="Vi arbejder med ét træk: plads til at prøve noget nyt.",
        en="We work on one trait: room to try something new.",
    ),
    TELL_TEAM: Text(
        da="Mette viser resultatet på mandag og siger, hvad vi begynder med, og hvad vi holder op med.",
        en="Mette shows the result on Monday and says what we begin with, and what we stop doing.",
    ),
}
TITLE = Text(da="Ét træk og én handling", en="One trait and one action")
TOLD = Text(
    da="TRIO’en vælger ét træk at arbejde med og aftaler én handling: hvem, hvornår, og hvordan man ser, at det "
    "virker. Jonas og Amina siger selv ja til ordene. Teamet kan læse det med den samme kode.",
    en="The TRIO chooses one trait to work on and agrees on one action: who, when, and how one sees that it works. "
    "Jonas and Amina say yes to the words themselves. The team can read it by the same code.",
)


def play(it: Story) -> Stop:
    """The TRIO's meeting, with what it leads to."""
    now = it.reel.at(BEFORE, 13, 30)
    trait = plans.choose_trait(
        by=it.leader, unit_id=it.unit, stems_from=asked.unit_of(it, FIRST).id, more_of=it.into(MORE),
        less_of=it.into(LESS), notice=it.into(NOTICE), better_for=it.into(BETTER), now=now,
    )  # fmt: skip
    it.action = plans.agree_action(
        by=it.tr, trait_id=trait, what=it.into(WHAT), who=it.into(WHO), sign=it.into(SIGN), stop_doing=it.into(STOP),
        due=it.reel.day(DUE), follow_up=it.reel.day(FOLLOW_UP), now=now,
    )  # fmt: skip
    for user in (it.amr, it.leader):
        plans.consent(by=user, action_id=it.action, seen=it.seen, now=now)
    _look_at_the_first(it, now)
    meeting = TrioMeeting.objects.get(unit_id=it.unit, minutes={})
    trio.write_minutes(
        by=it.amr, meeting_id=meeting.id, seen=meeting.version, months=12, now=now,
        values={key: it.into(words) for key, words in MINUTES.items()},
    )  # fmt: skip
    trio.plan_meeting(
        by=it.leader, unit_id=it.unit, day=it.reel.day(4), starts=time(13), place="Nordhuset", now=now
    )
    it.reel.turn()
    return _stop(it, now, str(meeting.id))


def _look_at_the_first(it: Story, now: datetime) -> None:
    """What came of the action that the team itself agreed on."""
    first = Action.objects.exclude(id=it.action).get(unit_id=it.unit)
    plans.follow_up(
        by=it.amr, action_id=first.id, seen=first.version, noticed="yes", effect=it.into(FIRST_EFFECT), outcome="keep",
        next_day=it.reel.day(-63), now=now,
    )  # fmt: skip


def afterwards(it: Story) -> None:
    """The week after it is under way."""
    now = it.reel.at(BEFORE - 7, 8, 30)
    plans.move(by=it.tr, action_id=it.action, state="under_way", seen=it.seen, now=now)


def _stop(it: Story, now: datetime, meeting: str) -> Stop:
    return stop(
        "plan", now, TITLE, TOLD,
        it.look(LEADER, Text(
            da="Enhedens plan: trækket, handlingen og den dag, hvor I ser på den igen. Også det, teamet selv "
            "aftalte, står her, med hvad der kom ud af det.",
            en="The plan of the unit: the trait, the action and the day of looking again. What the team itself "
            "agreed on stands here too, with what came of it.",
        ), f"/units/{it.unit}/plan"),
        it.look(AMR, Text(
            da="Handlingen med Jonas’ eget ja. Ændrer nogen ordene, skal han spørges igen.",
            en="The action with the yes of Jonas himself. If anybody changes the words, he is asked again.",
        ), f"/actions/{it.action}"),
        it.look(TR, Text(
            da="Mødet, hvor det blev bestemt: tre felter, og hvad teamet får at vide.",
            en="The meeting at which it was decided: three fields, and what the team is told.",
        ), f"/trio/{meeting}"),
        it.by_link(EMPLOYEE, Text(
            da="Koden viser nu også, hvad I gør ved det. Rul ned under billedet.",
            en="The code now also shows what is done about it. Scroll down below the picture.",
        ), asked.door(it, FIRST, 0)),
        it.look(PROVIDER, Text(
            da="Kurset er udbyderens: dage, hold og breve. Enhedens plan er ikke.",
            en="The course is the provider’s: days, classes and letters. The plan of the unit is not.",
        ), f"/facilitate/class/{it.class_id}"),
    )  # fmt: skip

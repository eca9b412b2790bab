"""The day of looking again has come: a letter, a card on the front page, ten minutes at the meeting."""

from kulturspejl.actions import plans
from kulturspejl.cli.demo.half_year import asked
from kulturspejl.cli.demo.half_year.agreed import FOLLOW_UP
from kulturspejl.cli.demo.half_year.module_2 import FIRST
from kulturspejl.cli.demo.half_year.story import AMR, EMPLOYEE, LEADER, PROVIDER, TR, Story, stop
from kulturspejl.core.text import Text
from kulturspejl.faces.steward.demo.film import Stop

EFFECT = Text(
    da="Vi nåede tre ud af fire uger. De nye siger, at det er lettere at spørge.",
    en="We managed three weeks out of four. Those who are new say that it is easier to ask.",
)
NEXT_STEP = Text(
    da="Vi skriver ugens ene ting på tavlen, så aftenholdet også ser den.",
    en="We write the one thing of the week on the board, so that the evening team sees it too.",
)
TITLE = Text(da="Opfølgning", en="Looking again")
TOLD = Text(
    da="I dag er den dag, de tre valgte. Brevet kom kl. 8.05. Opfølgningen tager ti minutter på mødet: Så vi det "
    "tegn, vi lovede hinanden? Bliver vi ved, ændrer vi, eller holder vi op? Gør den selv færdig.",
    en="Today is the day that the three chose. The letter came at 8:05. Looking again takes ten minutes at the "
    "meeting: did we see the sign that we promised each other? Go on, change it or stop? Finish it yourself.",
)


def play(it: Story) -> Stop:
    """The morning of that day, with the follow-up still to do."""
    now = it.reel.at(FOLLOW_UP, 8, 30)
    it.reel.turn()
    return stop(
        "follow_up", now, TITLE, TOLD,
        it.look(LEADER, Text(
            da="Opfølgningen: sidste gangs ord, tegnet, og tre valg. Skriv en linje, og gem.",
            en="Looking again: the words of last time, the sign, and three choices. Write a line, and keep it.",
        ), f"/actions/{it.action}/follow-up"),
        it.look(AMR, Text(
            da="Forsiden: »Dette venter på dig« med dagens opfølgning øverst.",
            en="The overview: “This waits for you”, with today’s follow-up on top.",
        ), "/home"),
        it.look(TR, Text(
            da="Handlingens side: hvem der har sagt ja, og hele historien om den.",
            en="The page of the action: who has said yes, and the whole story of it.",
        ), f"/actions/{it.action}"),
        it.by_link(EMPLOYEE, Text(
            da="Teamet ser på den samme kode, at handlingen er i gang.",
            en="By the same code the team sees that the action is under way.",
        ), asked.door(it, FIRST, 3)),
        it.nothing_yet(PROVIDER, Text(
            da="Udbyderen får intet at vide om opfølgningen. Den er enhedens egen.",
            en="The provider is told nothing of the follow-up. It is the unit’s own.",
        )),
    )  # fmt: skip


def afterwards(it: Story) -> None:
    """The ten minutes."""
    now = it.reel.at(FOLLOW_UP, 10)
    plans.follow_up(
        by=it.leader, action_id=it.action, seen=it.seen, noticed="partly", effect=it.into(EFFECT), outcome="keep",
        next_step=it.into(NEXT_STEP), next_day=it.reel.day(-35), now=now,
    )  # fmt: skip

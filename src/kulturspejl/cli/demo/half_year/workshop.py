"""The start workshop: three people say what they expect of each other, and choose one focus."""

from datetime import datetime, time

from kulturspejl.actions import trio
from kulturspejl.cli.demo.half_year.class_days import open_day
from kulturspejl.cli.demo.half_year.story import AMR, EMPLOYEE, LEADER, PROVIDER, TR, Story, stop
from kulturspejl.core.text import Text
from kulturspejl.faces.steward.demo.film import Stop

BEFORE = 182
FOCUS = Text(
    da="At vi siger det til hinanden, mens det endnu er let at sige",
    en="That we tell each other while it is still easy to say",
)
AGREEMENT = {
    "expect_leader": Text(
        da="Mette fortæller, hvad hun er i tvivl om, før hun har bestemt sig.",
        en="Mette says what she is in doubt about before she has made up her mind.",
    ),
    "expect_amr": Text(
        da="Jonas samler det, han hører i bilerne, til én ting ad gangen.",
        en="Jonas gathers what he hears in the cars into one thing at a time.",
    ),
    "expect_tr": Text(
        da="Amina siger til, når noget skal handle om aftaler og ikke om stemning.",
        en="Amina says so when something is about agreements and not about mood.",
    ),
    "meetings": Text(
        da="Tre kvarter før hvert modul, på kontoret i Nordhuset. Mette indkalder.",
        en="Three quarters of an hour before each module, at the office in the North House. Mette calls.",
    ),
    "between_us": Text(
        da="Hvem der har sagt hvad. Selve sagen må bæres videre.",
        en="Who has said what. The matter itself may be passed on.",
    ),
    "to_the_team": Text(
        da="Vi siger det på morgenmødet dagen efter, på skift.",
        en="We say it at the next morning meeting, in turns.",
    ),
}
TITLE = Text(da="Opstartsworkshop", en="Start workshop")
TOLD = Text(
    da="Mette, Jonas og Amina er på kursus sammen med ledere fra tolv andre enheder. Om formiddagen skriver de hver "
    "for sig, hvad de venter af hinanden, og viser det på samme tid. De vælger ét fokus og skriver en aftale.",
    en="Mette, Jonas and Amina are on a course with leaders from twelve other units. In the morning each writes what "
    "they expect of the others, and they show it at the same time. They choose one focus and write an agreement.",
)


def play(it: Story) -> Stop:
    """The morning of the workshop, up to the step at which the focus is chosen."""
    hall = open_day(it, "start_workshop", it.reel.at(BEFORE, 9))
    now = it.reel.at(BEFORE, 11, 40)
    hall.hand_in(hall.go_to("one_focus", "wishes", now), now)
    trio.choose_focus(by=it.amr, unit_id=it.unit, words=it.into(FOCUS), now=now)
    now = it.reel.at(BEFORE, 12, 5)
    hall.go_to("our_trio", "write", now)
    trio.change_agreement(
        by=it.tr,
        unit_id=it.unit,
        seen=0,
        values={key: it.into(words) for key, words in AGREEMENT.items()},
        now=now,
    )
    _plan(it, now)
    it.reel.turn()
    return _stop(it, now)


def _plan(it: Story, now: datetime) -> None:
    trio.plan_meeting(
        by=it.leader, unit_id=it.unit, day=it.reel.day(154), starts=time(13), place="Nordhuset", now=now
    )


def _stop(it: Story, now: datetime) -> Stop:
    return stop(
        "workshop", now, TITLE, TOLD,
        it.by_link(LEADER, Text(
            da="Kursets egen side: Hvor er jeg, hvad er det næste, og hvad gør vi imellem? Linket stod i et brev.",
            en="The course’s own page: where am I, what is next, and what do we do in between? The link came by "
            "letter.",
        ), it.course_page(it.leader)),
        it.look(AMR, Text(
            da="TRIO’ens side: det fokus, som Jonas lige har skrevet, og næste møde. De tre ejer siden lige meget.",
            en="The page of the TRIO: the focus that Jonas has just written, and the next meeting. All three own it "
            "alike.",
        ), f"/units/{it.unit}/trio"),
        it.look(TR, Text(
            da="Aftalen, som Amina har skrevet ind. Læs »Det bliver mellem os«, og se, hvem der kan læse siden.",
            en="The agreement that Amina has written down. Read “What stays between us”, and see who can read the "
            "page.",
        ), f"/units/{it.unit}/trio/agreement"),
        it.nothing_yet(EMPLOYEE, Text(
            da="Intet er nået ud til teamet endnu, og ingen har bedt om noget. Det første, de mærker, er Jonas på "
            "morgenmødet.",
            en="Nothing has reached the team yet, and nobody has asked for anything. The first they notice is Jonas "
            "at the morning meeting.",
        )),
        it.look(PROVIDER, Text(
            da="Dagens skrivebord: tid, trin og hvor mange der er færdige. Det, deltagerne skriver, står her ikke.",
            en="The desk of the day: time, step, and how many are done. What people write does not stand here.",
        ), f"/facilitate/{it.rooms['start_workshop']}"),
    )  # fmt: skip

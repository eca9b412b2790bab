"""Homework: three quarters of an hour with the team, on their own phones and without names."""

from datetime import datetime, timedelta

from kulturspejl.access.permission import day_of
from kulturspejl.access.room_access import DeskKey
from kulturspejl.actions import rooms
from kulturspejl.actions.reading import marks
from kulturspejl.cli.demo.half_year.class_days import Hall
from kulturspejl.cli.demo.half_year.story import AMR, EMPLOYEE, LEADER, PROVIDER, TR, Story, stop
from kulturspejl.core.text import Text
from kulturspejl.faces.steward.demo.film import Stop
from kulturspejl.records.models import Room
from kulturspejl.values.room_kept import what_goes

BEFORE, TOOL, HOMEWORK = 126, "team_demands", "shared_dialogue"
NAMES = ("Anne", "Bo", "Camilla", "Daniel", "Emma", "Gitte", "Henrik", "Ida", "Lars")
AGREED = Text(
    da="Telefonen er på lydløs, mens to af os lægger ruterne om morgenen",
    en="The phone is on silent while two of us lay out the routes in the morning",
)
OWNER = Text(da="Ida og Lars", en="Ida and Lars")
TITLE = Text(da="Hjemmeopgave med teamet", en="Homework with the team")
TOLD = Text(
    da="Ni fra teamet sidder i frokoststuen med hver sin telefon. De vægter arbejdets krav og ressourcer hver for "
    "sig. Først da alle er færdige, ser de det fælles billede. De aftaler én ting.",
    en="Nine of the team sit in the lunch room, each with a phone. Each weighs the demands and resources of the work "
    "alone. Only when all are done do they see the picture of all. They agree on one thing.",
)


def play(it: Story) -> Stop:
    """The team's room, up to what they agree on."""
    now = it.reel.at(BEFORE, 12, 30)
    lent = rooms.borrow(programme=TOOL, language=it.made.language, now=now)
    hall = Hall(it, lent.room_id, DeskKey(lent.desk_key))
    hall.come([(name, "") for name in NAMES], now)
    now = it.reel.at(BEFORE, 12, 45)
    weigh = hall.go_to("team_demands", "weigh", now)
    hall.hand_in(weigh, now)
    hall.show(weigh, now)
    now = it.reel.at(BEFORE, 13, 2)
    hall.go_to("team_action", "agree", now)
    rooms.agree(
        by=hall.by, room_id=hall.room_id, action=it.into(AGREED), owner=it.into(OWNER),
        day=day_of(now + timedelta(weeks=3)), now=now,
    )  # fmt: skip
    rooms.offer(by=hall.by, room_id=hall.room_id, now=now)
    it.reel.turn()
    it.rooms[TOOL] = hall.room_id
    return _stop(it, now, hall.room.code, lent.desk_key)


def afterwards(it: Story) -> None:
    """The AMR takes the room over for the unit, so that the team's agreement is in the plan; the homework is done."""
    now = it.reel.at(BEFORE, 14, 30)
    room = Room.objects.get(id=it.rooms[TOOL])
    rooms.take_over(by=it.amr, code=room.code, unit_id=it.unit, seen=what_goes(room).mark, now=now)
    for user in (it.leader, it.amr):
        marks.mark_homework(secret=it.secret(user), homework=HOMEWORK, is_done=True, now=now)


def _stop(it: Story, now: datetime, code: str, key: str) -> Stop:
    return stop(
        "homework", now, TITLE, TOLD,
        it.by_link(LEADER, Text(
            da="Mødets skrivebord på Mettes computer: tid, trin og det, teamet aftaler. Hun kan ikke se, hvem der "
            "vægtede hvad.",
            en="The desk of the meeting on Mette’s computer: time, step, and what the team agrees on. She cannot see "
            "who weighed what.",
        ), f"/team/{key}"),
        it.look(AMR, Text(
            da="Mette tilbyder rummet til enheden. Jonas læser, hvad der følger med, og hvad der ikke gør, og tager "
            "det over: vælg Hjemmepleje Nord.",
            en="Mette offers the room to the unit. Jonas reads what comes along and what does not, and takes it "
            "over: choose Home Care North.",
        ), f"/take-over/{code}"),
        it.by_link(TR, Text(
            da="Vejledningen til hjemmeopgaven, som leder, AMR og TR forbereder sammen.",
            en="The guide of the homework, which leader, AMR and TR prepare together.",
        ), it.course_page(it.tr, f"/homework/{HOMEWORK}")),
        it.by_link(EMPLOYEE, Text(
            da="Telefonen i frokoststuen: Skriv et navn, og kom ind. Der er ingen konto, og rummet bliver slettet "
            "efter et døgn.",
            en="The phone in the lunch room: write a name, and come in. There is no account, and the room is deleted "
            "after a day.",
        ), f"/room/{code}"),
        it.look(PROVIDER, Text(
            da="Holdets side: hvor mange der har gjort hjemmeopgaven. Hvad teamene talte om, står ingen steder hos "
            "udbyderen.",
            en="The page of the class: how many have done the homework. What the teams talked about stands nowhere "
            "here.",
        ), f"/facilitate/class/{it.class_id}"),
    )  # fmt: skip

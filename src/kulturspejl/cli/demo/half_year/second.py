"""The same questions once more, two months later."""

from kulturspejl.cli.demo.half_year import asked
from kulturspejl.cli.demo.half_year.story import AMR, EMPLOYEE, LEADER, PROVIDER, TR, Story, stop
from kulturspejl.core.text import Text
from kulturspejl.faces.steward.demo.film import Stop

ASKED, RELEASED, BEFORE = 29, 28, 25
SECOND = "second"
ANSWERED = 6
TITLE = Text(da="Alle bliver spurgt igen", en="All are asked again")
TOLD = Text(
    da="To måneder efter spørger Mette om det samme igen. Jonas har frigivet målingen, og seks har svaret. Ingen "
    "ser det nye resultat, før målingen er lukket.",
    en="Two months later Mette asks the same again. Jonas has released the round, and six have answered. "
    "Nobody sees the new result before the round is closed.",
)


def play(it: Story) -> Stop:
    """Asked, released, half answered."""
    asked.ask(it, SECOND, it.reel.at(ASKED, 9))
    it.reel.turn()
    asked.let_go(it, SECOND, it.reel.at(RELEASED, 13))
    it.reel.turn()
    now = it.reel.at(BEFORE, 10)
    asked.answers(it, SECOND, asked.AFTERWARDS, 0, ANSWERED, now)
    it.reel.turn()
    path = asked.round_path(it, SECOND)
    return stop(
        "second", now, TITLE, TOLD,
        it.look(LEADER, Text(
            da="Målingen er åben. Mette kan minde alle om den på én gang, aldrig den enkelte.",
            en="The round is open. Mette can remind all at once, never a single person.",
        ), path),
        it.look(AMR, Text(
            da="Forsiden med tidslinjen: første måling, handlingen og opfølgningen på hver sin dag.",
            en="The overview with the time line: the first round, the action and looking again, each on its day.",
        ), "/home"),
        it.look(TR, Text(
            da="Målingens side: kort til dem uden mail, og hvem der frigav udsendelsen.",
            en="The page of the round: cards for those without mail, and who released the letters.",
        ), path),
        it.by_link(EMPLOYEE, Text(
            da="Et nyt kort, og de samme seks spørgsmål. Svar, som du har det i dag.",
            en="A new card, and the same six questions. Answer as it is for you today.",
        ), asked.door(it, SECOND, ANSWERED)),
        it.nothing_yet(PROVIDER, Text(
            da="Udbyderen ser ikke, at enheden måler igen. Næste gang de mødes, er på modul 3.",
            en="The provider does not see that the unit asks again. The next time they meet is at module 3.",
        )),
    )  # fmt: skip

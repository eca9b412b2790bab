"""The result opens: for leader, representatives and everybody who was asked, in the same moment."""

from kulturspejl.cli.demo.half_year import asked
from kulturspejl.cli.demo.half_year.module_2 import ANSWERED, FIRST
from kulturspejl.cli.demo.half_year.story import AMR, EMPLOYEE, LEADER, PROVIDER, TR, Story, stop
from kulturspejl.core.text import Text
from kulturspejl.faces.steward.demo.film import Stop

LATE, BEFORE = 75, 66
TITLE = Text(da="Resultatet åbner", en="The result opens")
TOLD = Text(
    da="Ti af elleve svarede. Målingen lukkede på sin dag, og i samme øjeblik blev hvert enkelt svar slettet. Leder, "
    "AMR, TR og alle, der blev spurgt, fik et brev og kan se det samme billede.",
    en="Ten of eleven answered. The round closed on its day, and at that moment each single answer was deleted. "
    "Leader, representatives and everybody who was asked got a letter and can see the same picture.",
)


def play(it: Story) -> Stop:
    """The rest answer, the day comes, and the jobs of the server close it."""
    now = it.reel.at(LATE, 15)
    asked.answers(it, FIRST, asked.BEFORE, ANSWERED, 10, now)
    now = it.reel.at(BEFORE, 9)
    it.reel.turn()
    path = asked.result_path(it, FIRST)
    return stop(
        "result", now, TITLE, TOLD,
        it.look(LEADER, Text(
            da="Spejlet: to kulturer i ét billede, nu og ønsket, og én ting at tale om først. Mettes egen linje ser "
            "kun hun.",
            en="The mirror: now and wished in one picture, and one thing to talk about first. Her own line only "
            "Mette sees.",
        ), path),
        it.look(AMR, Text(
            da="Det samme resultat i samme øjeblik som lederen.",
            en="The same result, at the same moment as the leader.",
        ), path),
        it.look(TR, Text(
            da="Forsiden: det lille spejl, og hvad der venter.",
            en="The overview: the small mirror, and what is waiting.",
        ), "/home"),
        it.by_link(EMPLOYEE, Text(
            da="Den kode, man svarede med, åbner nu resultatet. Ingen skal logge ind.",
            en="The code that one answered with now opens the result. Nobody has to sign in.",
        ), asked.door(it, FIRST, 0)),
        it.look(PROVIDER, Text(
            da="Udbyderens overblik: hold, dage og fremmøde. Intet om resultatet i nogen enhed.",
            en="The provider’s overview: classes, days and attendance. Nothing of any unit’s result.",
        ), "/facilitate/classes"),
    )  # fmt: skip

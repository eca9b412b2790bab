"""What is said of two rounds beside each other, whatever was asked, in Danish and English."""

from kulturspejl.core.text import Text

SHARED: dict[str, Text] = {
    "title": Text("Siden {then}", "Since {then}"),
    "who": Text(
        "Dengang svarede {was}, denne gang {now}. Det behøver ikke være de samme personer.",
        "Then {was} answered, this time {now}. They need not be the same persons.",
    ),
    "some": Text("{n} af {invited}", "{n} of {invited}"),
    "agreed": Text("{day} aftalte I: »{what}«.", "On {day} you agreed: “{what}”."),
    "chosen": Text("{day} valgte I: »{what}«.", "On {day} you chose: “{what}”."),
    "no_cause": Text(
        "Tallene siger ikke, hvorfor noget er blevet anderledes, eller om det hænger sammen med det, I aftalte.",
        "The numbers do not say why anything has changed, or whether it has to do with what you agreed.",
    ),
    "no_cause_chosen": Text(
        "Tallene siger ikke, hvorfor noget er blevet anderledes, eller om det hænger sammen med det, I valgte.",
        "The numbers do not say why anything has changed, or whether it has to do with what you chose.",
    ),
    "no_cause_alone": Text(
        "Tallene siger ikke, hvorfor noget er blevet anderledes.", "The numbers do not say why anything has changed."
    ),
    # Why nothing is said of the difference
    "one_person": Text(
        "Begge gange svarede alle, og der er én person til forskel. Forskellen kunne være den persons svar, så de to "
        "resultater bliver ikke sat sammen her.",
        "Both times everybody answered, and there is one person between them. The difference could be that person’s "
        "answer, so the two results are not put together here.",
    ),
    "other_units": Text(
        "Billederne dækker ikke de samme enheder: Nogle er kommet til, lagt sammen eller delt. Derfor siger vi "
        "ikke noget "
        "om forskellen.",
        "The two pictures do not cover the same units: some have been added, merged or split. So we say nothing of the "
        "difference.",
    ),
    "no_spread": Text(
        "Et af de to billeder viser ikke, hvor langt svarene ligger fra hinanden. Så kan ingen se, om en forskel er "
        "tilfældig, og vi siger ikke noget om den.",
        "One of the two pictures does not show how far apart the answers lie. So nobody can see whether a "
        "difference is "
        "chance, and we say nothing of it.",
    ),
    # The table
    "then": Text("Dengang", "Then"),
    "now": Text("Nu", "Now"),
    "difference": Text("Forskel", "Difference"),
    "more_than_chance": Text(
        "{points} ({low} til {high}), mere end tilfældigt", "{points} ({low} to {high}), more than chance"
    ),
    "may_be_chance": Text(
        "{points} ({low} til {high}), kan være tilfældigt; ses fra ± {visible}",
        "{points} ({low} to {high}), may be chance; seen from ± {visible}",
    ),
    # The certificate
    "unchanged": Text("Hvis ingen havde ændret svar", "If nobody had changed their answer"),
    "unchanged_0": Text(
        "Lige mange svarede begge gange. Var det de samme, og havde ingen ændret svar, var der ingen forskel. Er "
        "én skiftet "
        "ud, kan man højst trække sig frem til forskellen mellem to personers svar.",
        "As many answered both times. If they were the same and nobody had changed their answer, there would be no "
        "difference. If one has been exchanged, subtraction leads at most to the difference of two persons’ answers.",
    ),
    "unchanged_1": Text(
        "Der er ét svar til forskel. Den, der ved, hvis det er, og går ud fra, at alle de andre var med begge gange og "
        "svarede det samme, kan trække sig frem til det. Programmet fortæller ikke, hvis det er.",
        "There is one answer between them. Whoever knows whose it is, and takes it that all the others were there both "
        "times and answered the same, can subtract their way to it. The program does not tell whose it is.",
    ),
    "unchanged_some": Text(
        "Der er {people} svar til forskel. Den, der går ud fra, at alle de andre var med begge gange og svarede "
        "det samme, "
        "kan trække sig frem til de {people} svar tilsammen.",
        "There are {people} answers between them. Whoever takes it that all the others were there both times and "
        "answered "
        "the same can subtract their way to those {people} answers together.",
    ),
    "method": Text("Siden sidst", "Since last time"),
    "other_text": Text(
        "Spørgsmålene er skrevet om siden dengang. Derfor siger vi ikke noget om forskellen.",
        "The questions have been rewritten since then. So we say nothing of the difference.",
    ),
}  # fmt: skip
"""In braces: what the two rounds are called, who answered, and numbers as they are written."""

"""The house's own wording of what is said of a team that answered on a scale."""

from collections.abc import Mapping

from kulturspejl.core.text import Text

SAID: Mapping[str, Text] = {
    "very_different": Text(
        da="I ser det meget forskelligt. Gennemsnittet er måske et billede, som ingen af jer har.",
        en="You see it very differently. The average may be a picture that none of you has.",
    ),
    "very_different_units": Text(
        da="Det bliver set meget forskelligt. Gennemsnittet er måske et billede, som ingen har.",
        en="It is seen very differently. The average may be a picture that nobody has.",
    ),
    "level": Text(
        da="I svarer {mean} i gennemsnit på en skala fra {least} til {most}.",
        en="Your answers average {mean} on a scale from {least} to {most}.",
    ),
    "level_units": Text(
        da="Lagt sammen er svaret {mean} i gennemsnit på en skala fra {least} til {most}.",
        en="Taken together, the answers average {mean} on a scale from {least} to {most}.",
    ),
    "ends": Text(
        da="Blandt svarene ligger »{high}« højest ({high_mean}) og »{low}« lavest ({low_mean}).",
        en="Among the answers “{high}” is highest ({high_mean}) and “{low}” lowest ({low_mean}).",
    ),
    "goal": Text(
        da="Målet ligger i gennemsnit på {goal}.", en="The goal lies at {goal} on average."
    ),
    "question_split": Text(
        da="Tænk hver for sig på én dag i den sidste måned. Hvad så I forskelligt?",
        en="Each think of one day in the past month. What did you see differently?",
    ),
    "question_units": Text(
        da="Hvad kan den enkelte enhed kende igen hos sig selv, og hvad er anderledes der?",
        en="What does each unit recognise in itself, and what is different there?",
    ),
}
"""In braces: means with one decimal, the whole steps `least` and `most`, `high` and `low` as the statements are."""

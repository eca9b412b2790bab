"""The templates of each kind of part: one folder a kind, found by its name. What is missing is said at the start."""

from pathlib import Path
from typing import Any, cast

from django.core.checks import CheckMessage, Error, register
from django.template import engines
from django.template.backends.django import DjangoTemplates

from kulturspejl.core import kinds
from kulturspejl.core.kinds.base.part import Shape

PLACES = {
    "fill": "the fields, on a phone and for whoever tries it alone",
    "note": "what somebody has filled in, on their own phone again",
}
SHOWN = {"shown": "what a room sees of all answers: on phone, desk and wall"}
"""Of kinds that can be shown. A kind may have more: `alone` for `fill`, `brought` and `answered` for `note`."""


def template_of(kind: str, place: str) -> str:
    """The name of a kind's template for one place."""
    return f"shared/parts/{kind}/{place}.html"


@register()
def kinds_are_whole(**_kwargs: Any) -> list[CheckMessage]:
    """Every kind has its templates."""
    return [_missing(kind, place, what) for kind in kinds.KINDS.values() for place, what in _lacking(kind).items()]


def _lacking(kind: type[Shape]) -> dict[str, str]:
    wanted = PLACES | (SHOWN if kind.pictures else {})
    return {place: what for place, what in wanted.items() if not _is_there(template_of(kind.kind, place))}


def _is_there(name: str) -> bool:
    """Without making it into what draws: that is done when a page first asks."""
    loaders = cast(DjangoTemplates, engines["django"]).engine.template_loaders
    origins = (origin for loader in loaders for origin in loader.get_template_sources(name))
    return any(Path(origin.name).is_file() for origin in origins)


def _missing(kind: type[Shape], place: str, what: str) -> CheckMessage:
    return Error(
        f"The kind {kind.kind} has no template {template_of(kind.kind, place)}.",
        hint=f"Write it: {what}. CONTRIBUTING, Add a kind of part, says how.",
        id="kulturspejl.E003",
    )

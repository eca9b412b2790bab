"""Where the phone finds what belongs on the sheet that its owner takes home, and the words that go with it."""

from dataclasses import asdict

from django import template
from django.utils.translation import gettext as _

from kulturspejl.core.own_plan import prompts
from kulturspejl.readers.rooms.regions.home import HomeSheet

register = template.Library()


@register.filter
def facts(sheet: HomeSheet) -> dict[str, object]:
    """For the page's script; nothing in it is of anybody."""
    words: dict[str, object] = {
        "plan": [one.id for one in prompts.ALL], "now": _("now {number}"), "goal": _("goal {number}"),
        "of": _("of {most}"),
    }  # fmt: skip
    return asdict(sheet) | words

"""What pages say of the rules in force: numbers and sentences that are asked where they stand, never written down."""

from datetime import timedelta

from django import template

from kulturspejl.access import session_age
from kulturspejl.access.agreeing import WEEKS_BETWEEN
from kulturspejl.actions import security_events, sign_in_links
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.reminders import MOST_REMINDERS
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.library.policies import load_policy
from kulturspejl.readers import rules

register = template.Library()


@register.simple_tag
def policy() -> Policy:
    """What is shown from which size, of a round that is made today."""
    return load_policy()


@register.simple_tag
def weeks_between() -> int:
    """After how many weeks a unit is asked anew without AMR's or TR's agreement."""
    return WEEKS_BETWEEN


@register.simple_tag
def most_reminders() -> int:
    """How many reminders a round sends at most."""
    return MOST_REMINDERS


@register.simple_tag
def seen_above() -> str:
    """Who above a unit sees its own picture, and who never does."""
    return say(rules.seen_above(load_policy(), wide=False))


@register.simple_tag
def idle_hours() -> int:
    """After how many hours in which nothing was done somebody is logged out."""
    return session_age.IDLE // timedelta(hours=1)


@register.simple_tag
def session_days() -> int:
    """After how many days somebody is logged out in any case."""
    return session_age.LONGEST.days


@register.simple_tag
def events_days() -> int:
    """For how many days it is kept what has happened to an account."""
    return security_events.KEPT.days


@register.simple_tag
def link_minutes() -> int:
    """For how many minutes a link to log in lasts."""
    return sign_in_links.LASTS // timedelta(minutes=1)

"""The only maker of Released: answers, a frozen tree and the rules in; what may be shown out."""

from collections.abc import Callable, Mapping, Sequence

from kulturspejl.core.content.ref import ContentRef
from kulturspejl.core.disclosure import greedy
from kulturspejl.core.disclosure.between import between
from kulturspejl.core.disclosure.census import Answers, Place, TooMany, take_census
from kulturspejl.core.disclosure.openings import openings
from kulturspejl.core.disclosure.plan import Planner
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.released import SCHEMA, Released, UnitPicture
from kulturspejl.core.disclosure.showing import Showing
from kulturspejl.core.instruments.base.asked import Asked
from kulturspejl.core.instruments.base.telling import Floor

__all__ = ["Place", "TooMany", "make_release"]


def make_release(
    *,
    places: Sequence[Place],
    answers: Mapping[str, Answers],
    content: ContentRef,
    asked: Asked,
    policy: Policy,
    planner: Planner = greedy.plan,
    progress: Callable[[float], None] = lambda _share: None,
) -> Released:
    """One round's Released from its answers; the same answers in any order give the same result.

    `answers[unit]` holds the members attached to the unit itself (never the leader), one row each, as `asked` reads
    them. `progress` hears which share of the units is done. Raises ValueError on another shape or a tree that is none,
    TooMany where more answered than were invited.
    """
    census = take_census(places, answers, asked, is_each_period_alone=not policy.is_on)
    plan = planner(census.answered, policy.mean)
    showing = Showing(census, plan, policy, asked)
    return Released(
        schema=SCHEMA,
        content=content,
        kind=asked.kind,
        total=asked.total,
        preferred_form=asked.form,
        policy_version=policy.version,
        k=policy.mean,
        plan=plan,
        units=_pictures(showing, progress),
        between=between(showing.colleagues(), asked.columns),
        rollup=showing.rollups(),
        recipe=asked.recipe(Floor(policy.least_sd, policy.spread_between) if policy.is_on else None),
        openings=openings(census.asked, plan.certificate, policy),
    )


def _pictures(showing: Showing, progress: Callable[[float], None]) -> dict[str, UnitPicture]:
    order = showing.census.answered.parents_first
    found: dict[str, UnitPicture] = {}
    for at, unit in enumerate(order, start=1):
        found[unit] = showing.picture(unit)
        progress(at / len(order))
    return found

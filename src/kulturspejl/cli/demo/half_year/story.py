"""Who and what the half-year is about, and how a stop says whom one can be when it is over."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np

from kulturspejl.access.course_access import key_of, page_path
from kulturspejl.cli.demo import cast, names
from kulturspejl.cli.demo.cast import Cast
from kulturspejl.cli.demo.half_year.reel import Reel
from kulturspejl.cli.demo.places import SHOWN
from kulturspejl.core.text import Text
from kulturspejl.faces.steward.demo.film import Look, Stop
from kulturspejl.records.models import Action, CourseDay, Membership, User

LEADER, AMR, TR, EMPLOYEE, PROVIDER = "leader", "amr", "tr", "employee", "provider"
COLLEAGUE = Text(da="En kollega i Hjemmepleje Nord", en="A colleague in Home Care North")


@dataclass
class Story:
    """The people, the unit and the class; stops add what comes of them."""

    made: Cast
    reel: Reel
    rng: np.random.Generator
    class_id: uuid.UUID = field(default_factory=uuid.uuid4)
    rooms: dict[str, uuid.UUID] = field(default_factory=dict)
    rounds: dict[str, uuid.UUID] = field(default_factory=dict)
    codes: dict[str, list[str]] = field(default_factory=dict)
    action: uuid.UUID = field(default_factory=uuid.uuid4)

    @property
    def unit(self) -> uuid.UUID:
        """The unit that the half-year is about."""
        return self.made.units[SHOWN]

    @property
    def leader(self) -> User:
        """Its leader."""
        return self.made.leaders[SHOWN]

    @property
    def amr(self) -> User:
        """Its safety representative."""
        return User.objects.get(email=names.address(cast.AMR))

    @property
    def tr(self) -> User:
        """Its union representative."""
        return User.objects.get(email=names.address(cast.TR))

    @property
    def provider(self) -> User:
        """Who holds the course."""
        return User.objects.get(email=names.address(cast.FACILITATOR))

    @property
    def seen(self) -> int:
        """The version of the action, as whoever opens its page now would have seen it."""
        return Action.objects.values_list("version", flat=True).get(id=self.action)

    def into(self, text: Text) -> str:
        """In the language of the organisation."""
        return text.into(self.made.language)

    def day_of(self, part: str) -> CourseDay:
        """A day of the class."""
        return CourseDay.objects.get(held_id=self.class_id, part=part)

    def secret(self, user: User) -> str:
        """The key of somebody's own page of the course."""
        member = Membership.objects.get(address=user.email)
        return key_of(member.id, member.key_turn)

    def course_page(self, user: User, below: str = "") -> str:
        """Where that page is."""
        member = Membership.objects.get(address=user.email)
        return page_path(member.id, member.key_turn) + below

    def look(self, who: str, see: Text, path: str) -> Look:
        """Somebody of the four with an account, signed in on a page."""
        user = {LEADER: self.leader, AMR: self.amr, TR: self.tr, PROVIDER: self.provider}[who]
        return Look(who, user.name, dict(see.words), path, user.email)

    def by_link(self, who: str, see: Text, path: str) -> Look:
        """Somebody without an account, or on a page that needs none: by a card, a code or a secret address."""
        user = {LEADER: self.leader, AMR: self.amr, TR: self.tr}.get(who)
        return Look(who, user.name if user else self.into(COLLEAGUE), dict(see.words), path)

    def nothing_yet(self, who: str, why: Text) -> Look:
        """Nothing has reached them, and that is what there is to know."""
        name = self.provider.name if who == PROVIDER else self.into(COLLEAGUE)
        return Look(who, name, dict(why.words))


def stop(id: str, now: datetime, title: Text, told: Text, *looks: Look) -> Stop:
    """What a stop leaves behind."""
    return Stop(id, now.isoformat(), dict(title.words), dict(told.words), looks)

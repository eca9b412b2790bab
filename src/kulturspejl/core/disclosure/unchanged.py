"""What two rounds tell whoever takes it that nobody's answer has changed between them: from counts alone.

The answers of two rounds are two unknowns, so what is safe in each is safe in both (science 2.5). That is not promised
to whoever takes it that people answer as they did. Then S₂ − S₁ = Σ(came) − Σ(went): a sum over those who are in one
round and not in the other. They are at least |n₂ − n₁|, and just so many where one round's people hold the other's.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kulturspejl.core.disclosure.certificate import Certificate


@dataclass(frozen=True, slots=True)
class Counted:
    """Of one picture: how many answered, of how many; `invited` None where that may not be told."""

    answered: int
    invited: int | None

    @property
    def is_everybody(self) -> bool:
        return self.invited == self.answered


@dataclass(frozen=True, slots=True)
class Unchanged:
    """`people`: of how few the answers would follow, at the least; 0: of nobody. `are_known`: all who were asked have
    answered both times, so that who they are can be read from two lists of the staff.
    """

    people: int
    are_known: bool

    @property
    def pins_one(self) -> bool:
        """Whether it would be one person's answer, and everybody can know whose: such rounds are not held together."""
        return self.people == 1 and self.are_known


def unchanged(before: Counted, after: Counted) -> Unchanged:
    """Of two pictures of the same unit."""
    return Unchanged(
        abs(after.answered - before.answered), before.is_everybody and after.is_everybody
    )


def found_by_both(
    before: Certificate, after: Certificate, same: Mapping[str, str], k: int
) -> dict[str, int]:
    """By unit of `after`: of how few the answers would follow from both rounds, where that are fewer than `k`.

    `same` has the units that both rounds know, the later round's unit first. Looked at are the pictures, and the people
    of each who stand in no picture below it, where the same pictures stand below in both. Linear in the units.
    """
    found: dict[str, int] = {}
    below_before, below_after = _below(before), _below(after)
    for unit, earlier in same.items():
        if unit not in after.sizes or earlier not in before.sizes:
            continue
        left = [abs(after.sizes[unit] - before.sizes[earlier])]
        if {same.get(one) for one in below_after[unit]} == below_before[earlier]:
            left.append(abs(after.remainders[unit] - before.remainders[earlier]))
        fewest = min((people for people in left if people), default=0)
        if 0 < fewest < k:
            found[unit] = fewest
    return found


def _below(certificate: Certificate) -> dict[str, set[str]]:
    """The published units right below each."""
    found: dict[str, set[str]] = {unit: set() for unit in certificate.parent}
    for unit, parent in certificate.parent.items():
        if parent is not None:
            found[parent].add(unit)
    return found

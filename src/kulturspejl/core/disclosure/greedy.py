"""A planner that hides little: from the leaves up, the smallest unit whose people fill the gap above."""

from collections.abc import Collection
from dataclasses import dataclass, field

from kulturspejl.core.disclosure.certificate import certify
from kulturspejl.core.disclosure.plan import FEW, PROTECTS_OTHERS, Plan
from kulturspejl.core.disclosure.tree import Tree, is_safe


def plan(tree: Tree, k: int, forced: Collection[str] = ()) -> Plan:
    """A safe plan from counts alone, O(units · depth) on most trees; not proven least (see `plan.Planner`).

    `forced` units are already public and stay so; ValueError where they alone are unsafe.
    """
    if k < 1:
        raise ValueError(f"k must be at least 1, got {k}")
    if not is_safe(tree, forced, k):
        raise ValueError("the units that are already public are not safe together")
    sweep = _Sweep(tree, k, frozenset(forced))
    sweep.run()
    return _as_plan(tree, _filled(tree, k, sweep.shown), k)


def _as_plan(tree: Tree, published: Collection[str], k: int) -> Plan:
    certificate = certify(tree, published, k)
    hidden = {
        unit: FEW if tree.size[unit] < k else PROTECTS_OTHERS
        for unit in tree.parents_first
        if unit not in certificate.sizes
    }
    return Plan(
        k=k,
        published=tuple(certificate.sizes),
        hidden=hidden,
        certificate=certificate,
        optimal=False,
        lower_bound=None,
    )


def _filled(tree: Tree, k: int, published: Collection[str]) -> set[str]:
    """Adds back every hidden unit that by now does no harm by itself, from the top down."""
    shown, left = set(published), _left(tree, published)
    for unit in tree.parents_first:
        freed = left[unit]
        if unit in shown or tree.size[unit] < k or 0 < freed < k:
            continue
        above = _line_up(tree, shown, unit)
        if not above or above[-1] not in shown or not 0 < left[above[-1]] - freed < k:
            shown.add(unit)
            for other in above:
                left[other] -= freed
    return shown


def _left(tree: Tree, published: Collection[str]) -> dict[str, int]:
    """For every unit, published or not, its people in no published unit strictly below it."""
    left = {unit: tree.direct.get(unit, 0) for unit in tree.parent}
    for unit in tree.children_first:
        parent = tree.parent[unit]
        if parent is not None and unit not in published:
            left[parent] += left[unit]
    return left


def _line_up(tree: Tree, shown: Collection[str], unit: str) -> list[str]:
    """The units above, up to and with the nearest published one."""
    line, parent = [], tree.parent[unit]
    while parent is not None:
        line.append(parent)
        if parent in shown:
            break
        parent = tree.parent[parent]
    return line


@dataclass
class _Sweep:
    """One pass, children first. `left` is |R|; `front` the published units next under a unit."""

    tree: Tree
    k: int
    forced: frozenset[str]
    left: dict[str, int] = field(default_factory=dict)
    front: dict[str, list[str]] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)

    def run(self) -> None:
        for unit in self.tree.children_first:
            self._gather(unit)
            self._decide(unit)

    def _gather(self, unit: str) -> None:
        self.left[unit] = self.tree.direct.get(unit, 0)
        self.front[unit] = []
        for child in self.tree.children[unit]:
            if child in self.shown:
                self.front[unit].append(child)
            else:
                self.left[unit] += self.left[child]
                self.front[unit].extend(self.front[child])

    def _decide(self, unit: str) -> None:
        if self.tree.size[unit] < self.k:
            return
        if 0 < self.left[unit] < self.k:
            cost, path = self._cheapest(unit)
            if not path or (unit not in self.forced and cost >= self.tree.size[unit]):
                return
            self._hide(unit, path)
        self.shown.add(unit)

    def _cheapest(self, unit: str) -> tuple[int, list[str]]:
        """The fewest people in units to hide, top down, until k stand in the remainder of `unit`."""
        best: tuple[int, list[str]] = (0, [])
        for below in self.front[unit]:
            if below in self.forced:
                continue
            cost, path = self._cost(below)
            if path and (not best[1] or cost < best[0]):
                best = cost, path
        return best

    def _cost(self, unit: str) -> tuple[int, list[str]]:
        if self.left[unit] >= self.k:
            return self.tree.size[unit], [unit]
        cost, path = self._cheapest(unit)
        return self.tree.size[unit] + cost, [unit, *path] if path else []

    def _hide(self, unit: str, path: list[str]) -> None:
        for below in path:
            self.shown.discard(below)
            self.front[unit].remove(below)
            self.front[unit].extend(self.front[below])
            self.left[unit] += self.left[below]

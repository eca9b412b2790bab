"""One-token mutations of a Python text: what a slip of the hand could make of it.

Left alone is what changes nothing that a program does: docstrings, annotations, decorators, `__all__`, asserts (there
for the types), `strict=`, and the words of faults and texts, which other tests read.
"""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

COMPARED = {
    ast.Lt: ("<", "<=", ">"), ast.LtE: ("<=", "<", ">="), ast.Gt: (">", ">=", "<"), ast.GtE: (">=", ">", "<="),
    ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="), ast.Is: ("is", "is not"), ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"), ast.NotIn: ("not in", "in"),
}  # fmt: skip
COUNTED = {
    ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "/"), ast.Div: ("/", "*"), ast.FloorDiv: ("//", "/"),
    ast.Mod: ("%", "*"), ast.Pow: ("**", "*"), ast.BitAnd: ("&", "|"), ast.BitOr: ("|", "&"), ast.BitXor: ("^", "&"),
}  # fmt: skip
JOINED = {ast.And: ("and", "or"), ast.Or: ("or", "and")}
NAMED = {"min": "max", "max": "min", "any": "all", "all": "any"}
EVEN_HANDED = {"min", "max", "minimum", "maximum", "isclose", "hypot", "gcd"}
"""In which order these get their first two changes nothing that could be noticed."""
SAID = {"Text", "Line", "Fault"}
"""What these are called with is read by people."""
FOR_TYPES = {"TypeVar", "NewType", "cast"}


@dataclass(frozen=True)
class Mutation:
    """Bytes `start` to `end` of a text become `after`."""

    start: int
    end: int
    before: str
    after: str
    line: int

    def of(self, text: str) -> str:
        """The text with this one slip in it."""
        raw = text.encode()
        return (raw[: self.start] + self.after.encode() + raw[self.end :]).decode()


def mutations(text: str) -> list[Mutation]:
    """All of a text, in its order; each can be compiled."""
    found = {(one.start, one.end, one.after): one for one in _Finder(text).found()}
    return [one for _place, one in sorted(found.items()) if _compiles(one.of(text))]


def _compiles(text: str) -> bool:
    try:
        compile(text, "mutated", "exec")
    except SyntaxError:
        return False
    return True


class _Finder:
    """Walks over what a program does."""

    def __init__(self, text: str) -> None:
        self.raw = text.encode()
        self.tree = ast.parse(text)
        self.starts = [0]
        for line in self.raw.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def found(self) -> Iterator[Mutation]:
        """Every mutation, one kind of node after the other."""
        kinds: dict[type[ast.AST], Callable[..., Iterator[Mutation]]] = {
            ast.Constant: self._constant, ast.Compare: self._compare, ast.BinOp: self._binary, ast.BoolOp: self._bool,
            ast.UnaryOp: self._unary, ast.AugAssign: self._augmented, ast.Call: self._call, ast.Return: self._return,
            ast.If: self._condition, ast.IfExp: self._condition, ast.While: self._condition,
            ast.comprehension: self._filtered, ast.Break: self._leap, ast.Continue: self._leap,
        }  # fmt: skip
        for node in _walk(self.tree):
            for kind, look in kinds.items():
                if isinstance(node, kind):
                    yield from look(node)

    def _at(self, node: ast.AST) -> tuple[int, int]:
        return (
            self.starts[node.lineno - 1] + node.col_offset,
            self.starts[node.end_lineno - 1] + node.end_col_offset,
        )

    def _change(self, start: int, end: int, after: str) -> Mutation:
        line = self.raw.count(b"\n", 0, start) + 1
        return Mutation(start, end, self.raw[start:end].decode(), after, line)

    def _instead(self, node: ast.AST, after: str) -> Mutation:
        return self._change(*self._at(node), after)

    def _source(self, node: ast.AST) -> str:
        start, end = self._at(node)
        return self.raw[start:end].decode()

    def _constant(self, node: ast.Constant) -> Iterator[Mutation]:
        value = node.value
        if isinstance(value, bool):
            yield self._instead(node, str(not value))
        elif isinstance(value, int):
            yield self._instead(node, str(value + 1))
            yield self._instead(node, str(value - 1))
        elif isinstance(value, float):
            whole = value.is_integer() or abs(value) < 1e-6
            yield self._instead(node, repr(value + 1 if whole else round(value * 1.1, 12)))
            yield self._instead(node, repr(value - 1 if whole else round(value * 0.9, 12)))
        elif isinstance(value, str) and node.lineno == node.end_lineno:
            yield self._instead(node, repr(f"{value}x"))

    def _between(self, left: ast.AST, right: ast.AST, words: tuple[str, ...]) -> Iterator[Mutation]:
        """The first word, which stands between two nodes, becomes each of the others."""
        start, end = self._at(left)[1], self._at(right)[0]
        wanted = r"\s+".join(map(re.escape, words[0].split()))
        found = re.search(wanted.encode(), self.raw[start:end])
        if found:
            for after in words[1:]:
                yield self._change(start + found.start(), start + found.end(), after)

    def _compare(self, node: ast.Compare) -> Iterator[Mutation]:
        sides = [node.left, *node.comparators]
        for left, operator, right in zip(sides, node.ops, sides[1:], strict=False):
            yield from self._between(left, right, COMPARED[type(operator)])

    def _binary(self, node: ast.BinOp) -> Iterator[Mutation]:
        if type(node.op) in COUNTED:
            yield from self._between(node.left, node.right, COUNTED[type(node.op)])

    def _bool(self, node: ast.BoolOp) -> Iterator[Mutation]:
        for left, right in zip(node.values, node.values[1:], strict=False):
            yield from self._between(left, right, JOINED[type(node.op)])

    def _unary(self, node: ast.UnaryOp) -> Iterator[Mutation]:
        if isinstance(node.op, ast.Not | ast.USub):
            yield self._change(self._at(node)[0], self._at(node.operand)[0], "")

    def _augmented(self, node: ast.AugAssign) -> Iterator[Mutation]:
        before, *others = COUNTED.get(type(node.op), ("",))
        yield from self._between(node.target, node.value, (f"{before}=", *(f"{one}=" for one in others)))

    def _call(self, node: ast.Call) -> Iterator[Mutation]:
        if isinstance(node.func, ast.Name) and node.func.id in NAMED:
            yield self._instead(node.func, NAMED[node.func.id])
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        is_starred = any(isinstance(one, ast.Starred) for one in node.args[:2])
        if len(node.args) >= 2 and not is_starred and name not in EVEN_HANDED:
            one, two = node.args[:2]
            if ast.dump(one) != ast.dump(two):
                between = self.raw[self._at(one)[1] : self._at(two)[0]].decode()
                swapped = f"{self._source(two)}{between}{self._source(one)}"
                yield self._change(self._at(one)[0], self._at(two)[1], swapped)

    def _return(self, node: ast.Return) -> Iterator[Mutation]:
        if node.value is not None and not (isinstance(node.value, ast.Constant) and not node.value.value):
            yield self._instead(node.value, "None")

    def _condition(self, node: ast.If | ast.IfExp | ast.While) -> Iterator[Mutation]:
        if not _is_turned(node.test):
            yield self._instead(node.test, f"(not ({self._source(node.test)}))")

    def _filtered(self, node: ast.comprehension) -> Iterator[Mutation]:
        for one in (one for one in node.ifs if not _is_turned(one)):
            yield self._instead(one, f"(not ({self._source(one)}))")

    def _leap(self, node: ast.Break | ast.Continue) -> Iterator[Mutation]:
        yield self._instead(node, "continue" if isinstance(node, ast.Break) else "break")


def _is_turned(test: ast.expr) -> bool:
    """Whether another mutation makes the opposite of a condition by its one operator."""
    opposites = ast.Eq | ast.NotEq | ast.Is | ast.IsNot | ast.In | ast.NotIn
    if isinstance(test, ast.Compare):
        return len(test.ops) == 1 and isinstance(test.ops[0], opposites)
    return isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """The node and what is in it, without what only people and types read."""
    yield node
    for child in _inside(node):
        yield from _walk(child)


def _inside(node: ast.AST) -> Iterator[ast.AST]:
    left_out = {id(one) for one in _for_people_and_types(node)}
    for child in ast.iter_child_nodes(node):
        if id(child) not in left_out and not _is_silent(child):
            yield child


def _is_silent(node: ast.AST) -> bool:
    """A docstring, an assert, the words of a fault, what stands for the types alone."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Assign):
        return _is_alias(node)
    if isinstance(node, ast.If):
        return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    if isinstance(node, ast.keyword):
        return node.arg == "strict"
    # Places inside a formatted text are told wrongly before Python 3.12.
    return isinstance(node, ast.Assert | ast.Raise | ast.JoinedStr | ast.Import | ast.ImportFrom)


def _is_alias(node: ast.Assign) -> bool:
    """`__all__`, and names of types such as `Rows = dict[str, int]`."""
    name = node.targets[0].id if isinstance(node.targets[0], ast.Name) else ""
    is_type = name[:1].isupper() and not name.isupper()
    return name == "__all__" or (is_type and isinstance(node.value, ast.Subscript | ast.BinOp))


def _for_people_and_types(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.FunctionDef):
        yield from (*node.decorator_list, *([node.returns] if node.returns else []))
    elif isinstance(node, ast.ClassDef):
        yield from (*node.decorator_list, *node.bases, *node.keywords)
    elif isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
        yield node.annotation
    elif isinstance(node, ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in FOR_TYPES:
            yield from node.args[: 1 if name == "cast" else None]
        if isinstance(node.func, ast.Attribute) and node.func.attr == "fault":
            yield from (one for one in node.args[1:] if isinstance(one, ast.Constant))
        if name in SAID:
            words = [*node.args, *(one.value for one in node.keywords)]
            yield from (one for one in words if isinstance(one, ast.Constant | ast.BinOp))
            yield from (one for one in node.keywords if isinstance(one.value, ast.Constant | ast.BinOp))

"""Every action asks inside its lock: no transaction of its own, and no question about a right outside `deciding`."""

import ast

import pytest

from tests.house.files import SOURCE

ACTIONS = SOURCE / "actions"
THE_WAY = "deciding.py"
OF_THEIR_OWN = {
    "writer.py": "the one writer: an answer waits for its commit and never opens a transaction",
    "closing": "the steps of a close, each a commit of its own that may be repeated; nobody decides them",
    "result_letters/lists.py": "a box is written inside a turn, round a transaction that locks its row; nobody decides",
    "letters/due.py": "the letters of one hand-over are kept together or not at all; the day decides them, nobody else",
    "rooms/boxes.py": "runs inside the writer's transaction, and locks the room and its box there",
}
"""Where transactions and locks are opened by hand, and why."""
ASKED_INSIDE = frozenset(
    {"require", "require_in", "require_room", "require_release", "lets_out", "given_away_by", "asked_lately"}
)
WAYS_IN = frozenset({"deciding", "deciding_alone"})


def files():
    for file in sorted(ACTIONS.rglob("*.py")):
        name = file.relative_to(ACTIONS).as_posix()
        if name != THE_WAY and not name.startswith(tuple(OF_THEIR_OWN)):
            yield name, ast.parse(file.read_text(encoding="utf-8"))


def by_hand(tree: ast.AST) -> list[str]:
    """Transactions and locks that are not those of `deciding`."""
    return [
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"atomic", "select_for_update", "IntegrityError"}
    ] + [
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name in {"atomic", "IntegrityError"}
    ]


def name_of_call(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def asked_outside(tree: ast.AST) -> list[str]:
    """Questions about a right or a rule that a public action asks before it holds the lock: "<action>: <question>"."""
    found = []
    for action in ast.walk(tree):
        if not isinstance(action, ast.FunctionDef) or action.name.startswith(("_", "require")):
            continue
        inside = {
            id(node)
            for block in ast.walk(action)
            if isinstance(block, ast.With)
            and any(name_of_call(item.context_expr) in WAYS_IN for item in block.items)
            for statement in block.body
            for node in ast.walk(statement)
        }
        found += [
            f"{action.name}: {name_of_call(node)}"
            for node in ast.walk(action)
            if name_of_call(node) in ASKED_INSIDE and id(node) not in inside
        ]
    return found


def writes_outside(tree: ast.AST) -> list[str]:
    """Actions with a person behind them (`by`, `code`) that never come by `deciding`."""
    found = []
    for action in ast.iter_child_nodes(tree):
        if not isinstance(action, ast.FunctionDef) or action.name.startswith(("_", "require")):
            continue
        names = {argument.arg for argument in action.args.kwonlyargs}
        calls = {name_of_call(node) for node in ast.walk(action)}
        if names & {"by"} and not calls & WAYS_IN:
            found.append(action.name)
    return found


PASS_ON = {
    "practise_programme": "makes the room by create_class",
    "write_down": "writes an action's change in the caller's lock",
    "practise_exercise": "makes the room by create_class, of one exercise",
    "note": "writes its line in the caller's lock",
    "line_of": "the same",
    "note_units": "the same, for units",
    "tell_near": "keeps notices in the caller's lock",
}


def test_no_action_opens_a_transaction_or_a_lock_by_hand():
    found = {name: by_hand(tree) for name, tree in files()}
    found["rounds/finding.py"] = []  # `lock_round` is the way of the close, which is a list of commits.
    assert {name: what for name, what in found.items() if what} == {}


def test_every_question_is_asked_inside_the_lock():
    found = {name: asked_outside(tree) for name, tree in files()}
    assert {name: what for name, what in found.items() if what} == {}


def test_every_action_with_a_person_behind_it_decides():
    found = {name: sorted(set(writes_outside(tree)) - set(PASS_ON)) for name, tree in files()}
    assert {name: what for name, what in found.items() if what} == {}


@pytest.mark.parametrize(
    ("text", "see"),
    [
        ("with transaction.atomic():\n    pass", by_hand),
        ("from django.db.transaction import atomic", by_hand),
        ("Round.objects.select_for_update().get(id=1)", by_hand),
        ("def end(*, by):\n    require(by)\n    with deciding(Grant, 1):\n        pass", asked_outside),
        ("def end(*, by):\n    require(by)", writes_outside),
    ],
)
def test_what_is_asked_too_early_is_seen(text, see):
    assert len(see(ast.parse(text))) == 1


def test_what_is_asked_inside_is_well():
    tree = ast.parse("def end(*, by):\n    with deciding(Grant, 1) as found:\n        require(by)")
    assert asked_outside(tree) == writes_outside(tree) == by_hand(tree) == []

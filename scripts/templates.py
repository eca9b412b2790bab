"""Whether templates can be read: one element a line, indented by what holds what, at most 120 characters a line.

`python -m scripts.templates` tells what is not so, of all templates or of those that are named; with `--indent` it
first mends what is only indented wrongly. It breaks no line: where a space would show, a person knows.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"
WIDEST = 120
STEP, FURTHER = 2, 4
"""Signs for what an element or a Django tag holds, and at least for the attributes of a tag that goes on."""

BOXES = """
html head body title meta link script style template noscript header footer main nav section article aside div p pre
h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr th td form fieldset legend details summary
figure figcaption blockquote hr option optgroup rect path g circle
"""
HOLD_NOTHING = "area base br col embed hr img input link meta source track wbr"

OWN_LINE = set(BOXES.split())
"""Elements that begin their line, and after whose end nothing follows; all others may stand within a sentence."""

EMPTY = set(HOLD_NOTHING.split())
BRANCHES = {"else", "elif", "empty", "plural"}
_TAG = r"\{%.*?%\}|\{\{.*?\}\}"
TOKEN = re.compile(
    rf"""
    (?P<whole>\{{%\s*comment\b.*?\{{%\s*endcomment\s*%\}}|\{{\#.*?\#\}}|<!--.*?-->)
  | (?P<django>\{{%-?\s*(?P<word>\w+).*?%\}})
  | (?P<value>\{{\{{.*?\}}\}})
  | (?P<close></(?P<closed>[\w-]+)\s*>)
  | (?P<open><(?P<opened>[a-zA-Z][\w-]*)
      (?:"(?:{_TAG}|[^"{{]|\{{(?![%{{]))*"|'(?:{_TAG}|[^'{{]|\{{(?![%{{]))*'|{_TAG}|[^"'>])*>)
    """,
    re.DOTALL | re.VERBOSE,
)
KEPT = re.compile(r"(?<=>)[^<]*(?=</(?:pre|textarea)>)")
"""What a browser shows with its spaces."""


def tokens(text: str) -> Iterator[re.Match[str]]:
    """Tags of HTML and of Django, one after the other; a tag with what stands in its attributes is one.

    Elements inside a text that is translated are words of it.
    """
    at, is_text = 0, False
    while token := TOKEN.search(text, at):
        is_text = token["word"] == "blocktranslate" or (is_text and token["word"] != "endblocktranslate")
        if not (is_text and (token["opened"] or token["closed"])):
            yield token
        at = token.end()


def step_of(token: re.Match[str], ended: set[str]) -> int:
    """1 for what opens, -1 for what ends, 0 for the rest; `ended` are the Django tags that have an end."""
    if name := token["opened"]:
        return 0 if name in EMPTY or token[0].endswith("/>") else 1
    if token["closed"]:
        return -1
    word = token["word"] or ""
    return 1 if word in ended else -1 if word.startswith("end") else 0


def leaves(token: re.Match[str]) -> bool:
    """Whether a line that begins with it stands one step out: the end of something, or another branch of it."""
    return bool(token["closed"]) or (token["word"] or "").startswith("end") or token["word"] in BRANCHES


def indents(text: str) -> list[tuple[int, bool]]:
    """For each line: signs before its first word, and whether there may be more."""
    found = list(tokens(text))
    ended = {token["word"][3:] for token in found if (token["word"] or "").startswith("end")}
    kept = [within.span() for within in KEPT.finditer(text)]
    lines, depth, next_token, begins = [], 0, 0, 0
    for line in text.splitlines(keepends=True):
        first = begins + len(line) - len(line.lstrip())
        while next_token < len(found) and found[next_token].end() <= begins:
            depth += step_of(found[next_token], ended)
            next_token += 1
        token = found[next_token] if next_token < len(found) else None
        inside = token is not None and token.start() < begins
        if any(start <= begins < end for start, end in kept) or (token and inside and token["whole"]):
            lines.append((0, True))
        elif inside:
            lines.append((STEP * depth + FURTHER, True))
        else:
            out = token is not None and token.start() == first and leaves(token)
            lines.append((STEP * (depth - out), False))
        begins += len(line)
    return lines


def stands_right(line: str, signs: int, or_more: bool) -> bool:
    """Whether a line is indented as it should be; an empty one is."""
    has = len(line) - len(line.lstrip(" "))
    return has == signs or (or_more and has > signs) or not line.strip()


def indented(text: str) -> str:
    """The text with every line that is only indented wrongly put in its place."""
    lines = []
    for line, (signs, or_more) in zip(text.splitlines(keepends=True), indents(text), strict=True):
        lines.append(line if stands_right(line, signs, or_more) else " " * signs + line.lstrip(" "))
    return "".join(lines)


def crowded(text: str) -> Iterator[tuple[int, str]]:
    """Lines where an element that has its own begins in the middle, or where something follows its end."""
    for token in tokens(text):
        name = token["opened"] or token["closed"]
        if name not in OWN_LINE:
            continue
        before = text[text.rfind("\n", 0, token.start()) + 1 : token.start()]
        after = text[token.end() :].split("\n", 1)[0]
        number = text.count("\n", 0, token.start()) + 1
        if token["opened"] and before.strip():
            yield number, f"<{name}> begins in the middle of a line"
        if (token["closed"] or name in EMPTY or token[0].endswith("/>")) and after.strip():
            yield number, f"something stands after the end of <{name}>"


def broken(text: str) -> Iterator[tuple[int, str]]:
    """Django tags that go on in the next line, and texts that carry their line breaks into the catalogue."""
    for token in tokens(text):
        number = text.count("\n", 0, token.start()) + 1
        if (token["django"] or token["value"]) and "\n" in token[0]:
            yield number, "a Django tag ends on its line, else it is shown as text"
        words = text[token.end() :].split("{% endblocktranslate", 1)[0] if token["word"] == "blocktranslate" else ""
        if "\n" in words and " trimmed" not in token[0]:
            yield number, "a text of several lines is trimmed"


def faults(text: str) -> list[str]:
    """What keeps a template from being read, by line."""
    found = [*crowded(text), *broken(text)]
    for number, (line, (signs, or_more)) in enumerate(zip(text.splitlines(), indents(text), strict=True), 1):
        if len(line) > WIDEST:
            found.append((number, f"{len(line)} characters; {WIDEST} is the most"))
        if not stands_right(line, signs, or_more):
            found.append((number, f"indented by {len(line) - len(line.lstrip(' '))}, not by {signs}"))
    return [f"{number}: {said}" for number, said in sorted(found)]


def main(arguments: list[str]) -> int:
    """0 when every template can be read, else 1 with a line for each fault."""
    named = [Path(name) for name in arguments if not name.startswith("--")]
    found = 0
    for file in named or sorted(SOURCE.rglob("templates/**/*.html")):
        text = file.read_text(encoding="utf-8")
        if "--indent" in arguments and indented(text) != text:
            text = indented(text)
            file.write_text(text, encoding="utf-8")
        for said in faults(text):
            print(f"{file}:{said}")
            found += 1
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

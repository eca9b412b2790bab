"""Scripts of phones run on what is promised: Safari 12.1 (iOS 12.2), Chrome 73, Firefox 67; those of desks on 2020's.

What is newer is asked for before it is used, or not used. `docs/en/devices.md` and the page itself name the floor.
"""

import re
from pathlib import Path

from tests.house.files import ROOT, SOURCE

FACES = SOURCE / "faces"
NOT_OURS = {"lean-qr.js"}
DESK = {"facilitator", "leader", "steward", "trio"}
DESK_TOO = {"kept_form.js", "passkey.js", "result.js"}
"""Shared scripts that no page of somebody with a phone brings: Safari 13.1, Chrome 80, Firefox 74."""
SINCE = {
    # Of the language: an older browser reads no line of the file.
    r"\?\.": "Safari 13.1", r"\?\?": "Safari 13.1", r"(?:\|\||&&)=": "Safari 14", r"static \{": "Safari 16.4",
    r"\(\?<[=!]": "Safari 16.4", r"\bat\(-": "Safari 15.4", r"^\s*#\w+": "Safari 14.1", r"\d_\d{3}": "Safari 13",
    # Of the library.
    r"\.replaceChildren\(": "Safari 14", r"\.requestSubmit\(": "Safari 16", r"\bstructuredClone\(": "Safari 15.4",
    r"\.replaceAll\(": "Safari 13.1", r"\.at\(": "Safari 15.4", r"Object\.hasOwn\(": "Safari 15.4",
    r"\.matchAll\(": "Safari 13",
    r"Promise\.(?:allSettled|any)\(": "Safari 13", r"\.(?:toSorted|toReversed|findLast)\(": "Safari 15.4",
    r"randomUUID\(": "Safari 15.4", r"Array\.fromAsync": "Safari 16.4", r"\.groupBy\(": "Safari 17.4",
    r":has\(": "Safari 15.4", r":is\(": "Safari 14", r"ResizeObserver": "Safari 13.1",
    r"\.toggleAttribute\(": "Safari 12",
    r"\.showModal\(": "Safari 15.4", r"\.inert\b": "Safari 15.5", r"AbortSignal\.(?:timeout|any)\(": "Safari 16",
    r"\bglobalThis\b": "Safari 12.1", r"\bqueueMicrotask\(": "Safari 12.1", r"BroadcastChannel\(": "Safari 15.4",
    r"(?<!\))\b(?!answer|reply|response)\w+\.(?:arrayBuffer|text|stream)\(\)": "Safari 14",
    r"matchMedia\([^)]*\)\.(?:add|remove)EventListener": "Safari 14", r"\\p\{": "Firefox 78",
    r"Intl\.(?:ListFormat|RelativeTimeFormat|Segmenter|DisplayNames)": "Safari 14", r"\bWeakRef\b": "Safari 14.1",
    r"\.showPicker\(": "Safari 16", r"navigator\.(?:share|clipboard|wakeLock)": "Safari 13.1",
}  # fmt: skip
SAME_OR_OLDER = {"Safari 12", "Safari 12.1"}
ON_A_DESK = SAME_OR_OLDER | {"Safari 13", "Safari 13.1"}


def own_scripts() -> list[Path]:
    return [file for file in sorted(FACES.rglob("static/**/*.js")) if file.name not in NOT_OURS]


def is_for_desks(file: Path) -> bool:
    return file.name in DESK_TOO or file.relative_to(FACES).parts[0] in DESK


def is_asked_for(used: str, around: str) -> bool:
    """Whether the line, or one of the two above it, asks if there is such a thing: `if (dialog.showModal)`."""
    name = re.sub(r"\W", " ", used).split()[-1:]
    return bool(name) and re.search(rf"if \(!?[\w.]*\b{name[0]}\b\)", around) is not None


def newer(source: str, allowed: set[str]) -> list[str]:
    """Lines that use something from after the floor without asking for it."""
    code = re.sub(r"^\s*(?://|\*|/\*).*$|(?<=\s)// .*$", "", source, flags=re.MULTILINE)
    lines, found = code.split("\n"), []
    for number, line in enumerate(lines):
        around = "\n".join(lines[max(0, number - 2) : number + 1])
        for pattern, since in SINCE.items():
            used = re.search(pattern, line)
            if used and since not in allowed and not is_asked_for(used[0], around):
                found.append(f"{number + 1}: {line.strip()[:80]} ({since})")
    return found


def test_no_script_uses_what_the_promised_browsers_do_not_have():
    told = {}
    for file in own_scripts():
        allowed = ON_A_DESK if is_for_desks(file) else SAME_OR_OLDER
        faults = newer(file.read_text(encoding="utf-8"), allowed)
        if faults:
            told[file.name] = faults
    assert told == {}
    assert len(own_scripts()) > 30


def test_it_would_find_what_it_looks_for():
    for line in (
        "place.replaceChildren(...nodes)", "form?.reset()", "text.replaceAll('a', 'b')", "list.at(-1)",
        "await blob.arrayBuffer()", "await file.text()", "words.match(/\\p{L}/u)",
    ):  # fmt: skip
        assert newer(line, ON_A_DESK - {"Safari 13.1"}), line
    assert not newer("if (dialog.showModal) dialog.showModal()", SAME_OR_OLDER)


def test_pages_and_documents_name_the_same_floor():
    floor = ("Safari 12.1", "iOS 12.2", "Chrome 73", "Firefox 67")
    line = (FACES / "shared" / "templates" / "shared" / "not_begun.html").read_text(encoding="utf-8")
    documents = [(ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("en/devices.md", "da/apparater.md")]
    for page in (line, *documents):
        assert all(part in " ".join(page.split()) for part in floor)

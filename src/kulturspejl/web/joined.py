"""The scripts and styles of a page as one file: a phone in a full room waits once, not for forty of them.

What lies in a folder `pages` names in its imports all that a page needs. Whoever develops gets those files themselves,
and so do the tests; what is gathered for a server is joined. Each module keeps its own names, in a function of its own,
and runs once, in the order of the imports. It can be as short as this because own scripts have one style
(scripts/own_scripts.py): an import or export stands on a line of its own.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

FOLDER = "pages/"
ADDRESS = "/static/"
OURS = "joined_"
"""What the names of modules begin with."""
_IMPORT = re.compile(r'import (?:\{ (?P<names>[^{}]+) \} from )?"(?P<from>[^"]+)";')
_EXPORT = re.compile(
    r"export (?P<rest>(?:const (?:(?P<name>\w+) =|\{ (?P<names>[\w, ]+) \} =)"
    r"|(?:async )?function (?P<function>\w+)|class (?P<class>\w+)).*)"
)
_TAKEN_OVER = re.compile(r"(?P<code>.*;)export\{(?P<names>[\w$, ]+)\};")
"""The last line of a script that somebody else has made as short as it can be: {m as generate}."""
_STYLE = re.compile(r'@import "(?P<from>[^"]+)";\n')
Read = Callable[[str], str]
"""The text of a file by its name, such as "device/live.js"."""


class NotJoined(Exception):
    """A file is written in a way that cannot be joined; the message says which, and what."""


def is_page(name: str) -> bool:
    """Whether this is sent joined."""
    return name.startswith(FOLDER) and name.endswith((".js", ".css"))


def joined(name: str, read: Read) -> str:
    """The text of a page's script or style with all that it names. Raises NotJoined."""
    return _Scripts(read).of(name) if name.endswith(".js") else _style(name, read)


def _style(name: str, read: Read) -> str:
    def imported(found: re.Match[str]) -> str:
        return _style(_resolve(found["from"], name), read)

    text = _STYLE.sub(imported, read(name))
    if "@import" in text or "url(" in text:
        raise NotJoined(f"{name}: names a file in a way that is lost when it is joined")
    return text


@dataclass
class _Scripts:
    """The modules of one page, each once."""

    read: Read
    numbers: dict[str, int | None] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)

    def of(self, name: str) -> str:
        """The page's script and all before it."""
        self._take(name)
        return "".join(self.told)

    def _take(self, name: str) -> int:
        """The number of a module, which is there from now on, after those that it imports."""
        if name not in self.numbers:
            self.numbers[name] = None
            text = self._module(name)
            self.numbers[name] = len(self.told)
            self.told.append(f"const {OURS}{len(self.told)} = (() => {{\n{text}}})();\n")
        number = self.numbers[name]
        if number is None:
            raise NotJoined(f"{name}: imports itself by way of others")
        return number

    def _module(self, name: str) -> str:
        lines, exported = [], list[str]()
        for line in self.read(name).splitlines():
            if line.startswith("import"):
                lines.append(self._import(line, name))
            elif line.startswith("export"):
                lines.append(_export(line, exported, name))
            elif found := _TAKEN_OVER.fullmatch(line):
                lines.append(found["code"])
                exported += [": ".join(reversed(one.split(" as "))) for one in found["names"].split(",")]
            elif re.search(rf"\bimport(\(|\.meta)|\b{OURS}\d", line):
                raise NotJoined(f"{name}: {line.strip()}")
            else:
                lines.append(line)
        return "\n".join([*(line for line in lines if line), f"return {{ {', '.join(exported)} }};", ""])

    def _import(self, line: str, name: str) -> str:
        found = _IMPORT.fullmatch(line)
        if found is None:
            raise NotJoined(f"{name}: {line}")
        number = self._take(_resolve(found["from"], name))
        return f"const {{ {found['names'].replace(' as ', ': ')} }} = {OURS}{number};" if found["names"] else ""


def _export(line: str, exported: list[str], name: str) -> str:
    """The line without its first word. A name that is given another value later cannot be handed on."""
    found = _EXPORT.fullmatch(line)
    if found is None:
        raise NotJoined(f"{name}: {line}")
    exported.append(found["name"] or found["names"] or found["function"] or found["class"])
    return found["rest"]


def _resolve(address: str, name: str) -> str:
    """The name of a file by its address, or by its name beside the one that imports it."""
    if address.startswith(ADDRESS):
        return address.removeprefix(ADDRESS)
    if address.startswith("./") and "/" not in address[2:]:
        return f"{name.rpartition('/')[0]}/{address[2:]}"
    raise NotJoined(f"{name}: {address} is no address of ours")

"""Folders of content on the disk, copied from what comes along and then changed."""

import re
import shutil
from importlib.resources import files
from pathlib import Path

OWN = Path(str(files("kulturspejl.content")))
PROFILE = "instruments/culture_profile"


def copy_of(tmp_path: Path, *names: str, folder: str = "havnby") -> Path:
    """A folder with copies of the named files of the culture profile; of all of them where none is named."""
    target = tmp_path / folder / PROFILE
    target.mkdir(parents=True)
    for file in (OWN / PROFILE).glob("*.toml"):
        if not names or file.name in names:
            shutil.copy(file, target)
    return tmp_path / folder


def change(folder: Path, name: str, key: str, value: str) -> None:
    """Write `key = value` in place of the first line that has the key."""
    file = folder / PROFILE / name
    text = file.read_text(encoding="utf-8")
    changed = re.sub(rf"^{re.escape(key)} = .*$", f"{key} = {value}", text, count=1, flags=re.MULTILINE)
    assert changed != text
    file.write_text(changed, encoding="utf-8")

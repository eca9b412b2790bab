"""Add new English texts to each room's catalogue, empty, so that one sees what is missing.

`python -m scripts.messages` writes the Danish ones, `python -m scripts.messages de` those of a further language, which
hold what `core` and `actions` say too. Texts that nothing uses any more become comments at the end of the file.
"""

from __future__ import annotations

import sys

from scripts.catalogues import (
    LANGUAGE,
    ROOT,
    SOURCE,
    catalogue_of,
    forms,
    messages,
    po_file,
    sources,
    texts_of,
    write,
)

NAMES = {LANGUAGE: "Danish"}


def renew(language: str = LANGUAGE) -> list[str]:
    """One line for each room whose catalogue changed or lacks something."""
    told = []
    for room, files in sources().items():
        found, here = texts_of(files, language), catalogue_of(room, language)
        known, used = set(messages(here)), set(messages(found))
        if not known | used:
            continue
        if known != used:
            found.creation_date = here.creation_date
            here.update(found, no_fuzzy_matching=True)
            write(room, here, language)
        empty = [key for key, message in messages(here).items() if not all(forms(message.string))]
        name = room.relative_to(SOURCE).as_posix()
        counts = f"{len(used - known)} new, {len(known - used)} gone, {len(empty)} without"
        told.append(f"{name}: {counts} {NAMES.get(language, language)}")
        told += [f"    {po_file(room, language).relative_to(ROOT)}: {text}" for _context, text in empty]
    return told


if __name__ == "__main__":
    print("\n".join(renew(*sys.argv[1:2])) or "no texts yet")
    sys.exit(0)

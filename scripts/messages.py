"""Add new English texts to each room's Danish catalogue, empty, so that one sees what is missing.

`python -m scripts.messages` writes; texts that no page uses any more become comments at the end of the file.
"""

from __future__ import annotations

import sys

from scripts.catalogues import ROOT, SOURCE, catalogue_of, forms, messages, po_file, sources, texts_of, write


def renew() -> list[str]:
    """One line for each room whose catalogue changed or lacks something."""
    told = []
    for room, files in sources().items():
        found, danish = texts_of(files), catalogue_of(room)
        known, used = set(messages(danish)), set(messages(found))
        if not known | used:
            continue
        if known != used:
            found.creation_date = danish.creation_date
            danish.update(found, no_fuzzy_matching=True)
            write(room, danish)
        empty = [key for key, message in messages(danish).items() if not all(forms(message.string))]
        name = room.relative_to(SOURCE).as_posix()
        told.append(f"{name}: {len(used - known)} new, {len(known - used)} gone, {len(empty)} without Danish")
        told += [f"    {po_file(room).relative_to(ROOT)}: {text}" for _context, text in empty]
    return told


if __name__ == "__main__":
    print("\n".join(renew()) or "no texts yet")
    sys.exit(0)

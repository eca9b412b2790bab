"""Take the pictures of the manual's course from the journey that plays half a year: one class in each language.

    make pictures                               takes docs/pictures/course anew
    python scripts/course_pictures.py FOLDER    shrinks pictures that KULTURSPEJL_PICTURES=FOLDER has put there already
"""

import sys
import tempfile
from pathlib import Path

from day_pictures import shrink, walk
from pictures import ROOT

OUT = ROOT / "docs" / "pictures" / "course"
JOURNEY = "tests/journeys/half_a_year"
CHOSEN = {
    "class-desk": "class", "own-phone": "own", "homework-phone": "homework", "today-phone": "today",
    "after-phone": "after", "counts-desk": "counts", "status-phone": "status",
}  # fmt: skip
"""How the name of a picture ends, and what it is called in the manual."""


if __name__ == "__main__":
    if len(sys.argv) > 1:
        shrink(Path(sys.argv[1]), OUT, CHOSEN)
    else:
        with tempfile.TemporaryDirectory() as place:
            walk(Path(place), JOURNEY)
            shrink(Path(place), OUT, CHOSEN)

"""Own slides: pictures and PDFs of a facilitator's, read in a process that can reach nothing."""

from kulturspejl.library.slides.reading import LONGEST as LONGEST
from kulturspejl.library.slides.reading import MOST_PAGES as MOST_PAGES
from kulturspejl.library.slides.reading import NO_FILE as NO_FILE
from kulturspejl.library.slides.reading import Slide as Slide
from kulturspejl.library.slides.reading import can_read as can_read
from kulturspejl.library.slides.reading import read as read
from kulturspejl.library.slides.reading import read_logo as read_logo

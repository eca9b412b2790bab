"""What two showings of the same part tell apart."""

from collections import Counter

from kulturspejl.core.disclosure.room.least import FEWEST_LINES
from kulturspejl.core.kinds.base.picture import PartPicture
from kulturspejl.core.text import Text

FEW_NEW = Text(
    da="For få har skrevet noget nyt, siden det blev vist sidst. Tal om det i stedet.",
    en="Too few have written something new since it was shown last. Talk about it instead.",
)


def tells_apart(before: PartPicture, after: PartPicture) -> bool:
    """Whether two showings of lines differ by one or two lines: those have an author, who came or left in between."""
    old, new = Counter(before.lines), Counter(after.lines)
    return any(0 < more.total() < FEWEST_LINES for more in (old - new, new - old))

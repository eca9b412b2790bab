"""Pages as a test reads them: what stands there, and not how its template is broken into lines."""

import re


def tight(page: str) -> str:
    """The page without spaces beside its tags, and with one wherever there are several."""
    return re.sub(r" ?(<[^>]+>) ?", r"\1", " ".join(page.split()))

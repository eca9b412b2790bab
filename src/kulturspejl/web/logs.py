"""What the program says on its standard error never holds a code: beside a time it would tell who answered when."""

import logging
import re

CODE_IN_PATH = re.compile(r"/(r|room|without-a-name|demo)/[^/\s?]+")


class WithoutCodes(logging.Filter):
    """Cuts codes out of addresses in a message."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the line, without the code."""
        record.msg = CODE_IN_PATH.sub(r"/\1/…", record.getMessage())
        record.args = ()
        return True

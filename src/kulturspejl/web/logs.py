"""What the program says on its standard error never holds a code, an address or a value that was to be stored."""

import logging

from kulturspejl.web import faults


class WithoutCodes(logging.Filter):
    """Cuts codes and addresses out of a message, and values out of the fault that comes with it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the line, without them."""
        words = record.args if isinstance(record.args, tuple) else ()
        record.args = tuple(faults.in_short(word) for word in words) or record.args
        record.msg = faults.plain(record.getMessage())
        record.args = ()
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = faults.told(record.exc_info[1])
        return True

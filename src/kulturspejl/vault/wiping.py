"""Overwriting answers in this process's memory once they are no longer needed.

Memory that is given back is not empty: what stood in it stays until somebody else is given the place, in a quiet server
for days. Python has no way to empty bytes, so this writes over them where they lie. It is done to what this program
has made itself; copies that libraries have made are out of reach, and `fill_what_is_free` takes the places that they
have given back.
"""

import ctypes
import sys

import numpy as np

HEAD = bytes.__basicsize__ - 1
"""Where the contents of `bytes` begin, behind what the interpreter keeps of them."""
SHARED = 1
"""Empty bytes and single ones are the same objects for everybody."""
PLACES = ((range(16, 1_056, 16), 96), (range(1_056, 8_192, 64), 24), (range(8_192, 131_072, 2_048), 6))
"""Sizes, and how many of each are taken. Larger ones go back to the system at once, which gives them out empty."""
ARRAYS, ARRAYS_KEPT = range(8, 1_032, 8), 8
"""numpy keeps small arrays that were given back, a few of each size, for itself."""
HOLDERS = 3
CAN = sys.implementation.name == "cpython"


def wipe(*secrets: bytes) -> None:
    """Zeros over these bytes. They must be the caller's alone: never what came as an argument and may be needed yet.

    Nothing but `bytes` is touched: what else passes for them lies elsewhere in memory.
    """
    for one in secrets:
        if CAN and type(one) is bytes and len(one) > SHARED:
            ctypes.memset(id(one) + HEAD, 0, len(one))


def wipe_ours(one: bytes) -> None:
    """The same for what was handed to the caller, if nobody else holds it: the caller, this call and the count do."""
    if sys.getrefcount(one) <= HOLDERS:
        wipe(one)


def fill_what_is_free() -> None:
    """Take places of every size that was given back, write zeros into them, and give them back."""
    taken = [bytes(size) for sizes, count in PLACES for size in sizes for _ in range(count)]
    arrays = [np.empty(size, dtype=np.uint8) for size in ARRAYS for _ in range(ARRAYS_KEPT)]
    for one in arrays:
        one.fill(0)
    del taken, arrays

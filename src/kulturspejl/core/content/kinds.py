"""Which kinds an instrument of its own may have, and which words are kept for kinds that are not built yet."""

from kulturspejl.core.instruments import ASKED

BUILT = tuple(ASKED)
"""As an instrument of its own, which a round asks with; what a part of an exercise may be stands in core/kinds."""

LATER = frozenset({"talk"})
"""A talk is no part either: it is the stages and roles of a step."""

"""All kinds of part that an exercise can hold. A kind is one file here, and stands in this list."""

from kulturspejl.core.kinds.agreement_items import AgreementItems
from kulturspejl.core.kinds.allocation import Allocation
from kulturspejl.core.kinds.anchored_scale import AnchoredScale
from kulturspejl.core.kinds.base.listed import listed, pictures_of
from kulturspejl.core.kinds.board import Board
from kulturspejl.core.kinds.choice import Choice
from kulturspejl.core.kinds.field import Field
from kulturspejl.core.kinds.pairs import Pairs
from kulturspejl.core.kinds.relations import Relations
from kulturspejl.core.kinds.sheet import Sheet
from kulturspejl.core.kinds.weights import Weights

KINDS = listed(Board, Sheet, AgreementItems, Choice, Allocation, Pairs, AnchoredScale, Field, Weights, Relations)
"""By the word that stands in TOML; complete, or the program does not start."""

PICTURES = pictures_of(KINDS)
"""By the word that stands in TOML, each with the kind that it is made of."""

"""The figures of the models, drawn by us in one visual language."""

from kulturspejl.drawing.figures.draw import draw as draw
from kulturspejl.drawing.figures.draw import page_for as page_for
from kulturspejl.drawing.figures.draw import page_in as page_in
from kulturspejl.drawing.figures.own import own_scales as own_scales
from kulturspejl.drawing.figures.said import as_sentence as as_sentence
from kulturspejl.drawing.figures.said import as_table as as_table
from kulturspejl.drawing.figures.shape import Box as Box
from kulturspejl.drawing.figures.shape import Figure as Figure
from kulturspejl.drawing.figures.shape import Marks as Marks

"""How things are written: lines, numbers, dates, lists and the Danish order, in every language of the house."""

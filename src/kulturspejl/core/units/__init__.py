"""A list of units held against the organisation: which line is which unit, and what is different."""

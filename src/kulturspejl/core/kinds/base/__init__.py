"""What kinds of part have in common: what a part is, what it is made of, and what its kind must be able to do."""

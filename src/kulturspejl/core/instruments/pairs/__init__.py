"""Six lines, each between two traits: a mean on each line, no total, and no end better than the other."""

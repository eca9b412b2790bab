"""One reader of lists as people have them: tables of units and people, addresses, answers."""

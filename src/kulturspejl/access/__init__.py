"""Who may do what and who sees what: the only place that decides it."""

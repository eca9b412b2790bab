"""Who may what, when: pure rules on small values."""

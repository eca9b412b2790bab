"""Courses in the facilitator's browser: made, dated, filled with people, and looked at."""

"""Somebody's own page of a course, found by their secret address, and the way in by a sign-up link."""

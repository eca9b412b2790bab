"""Measurements: each compares things in one run, taking turns, and quotes medians."""

"""Statements answered on steps from 1 up: a mean, each statement's own, and how alike people see it."""

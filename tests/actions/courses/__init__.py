"""Courses, made by the real actions."""

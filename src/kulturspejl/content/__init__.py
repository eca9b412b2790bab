"""Instruments, boards, models, exercises and programmes as TOML: data, never code."""

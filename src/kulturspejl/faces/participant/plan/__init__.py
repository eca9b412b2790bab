"""Somebody's own development plan: under their account, their course's own address, or an address of its own."""

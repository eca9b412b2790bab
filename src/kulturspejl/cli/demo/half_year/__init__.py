"""The half-year of the demo: one unit from the start workshop to module 3, played by the real actions at a moved clock.

It is played on a store of its own, in a process of its own, and the store is kept at each stop. A visitor who opens
a stop gets that store and that day; nothing is drawn beforehand, and everything can be tried from there.
"""

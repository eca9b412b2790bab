"""Steps, groups and clocks: state + command -> state + events."""

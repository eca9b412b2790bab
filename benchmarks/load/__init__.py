"""People who answer, as a program: loopback only, bounded in number and time."""

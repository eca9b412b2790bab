"""The front door, the person who answers, and the profile tried alone."""

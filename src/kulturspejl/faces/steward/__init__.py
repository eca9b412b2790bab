"""The steward's and HR's pages: organisation, people, rounds over a branch."""

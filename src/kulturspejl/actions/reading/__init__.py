"""What is read before a day: the list, its files, and whether the addresses on it still answer."""

"""What a page of a room is made of: each region is a small value and how it is read, in one language already."""

"""What an allocation is made of: six dimensions, four letters, points, and what is counted of them."""

"""What every kind of answers has to give, so that disclosure, pages and reports need not know it."""

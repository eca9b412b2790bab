"""What is sealed: keys beside the database, sealed lists, codes, and the ledger of what was destroyed."""

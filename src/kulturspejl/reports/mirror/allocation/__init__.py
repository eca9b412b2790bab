"""How points over A to D are set: the spider web, how sure it is, the six dimensions."""

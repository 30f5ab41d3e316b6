"""How good and how fast retrieval is; ``python -m index.bench`` prints it."""

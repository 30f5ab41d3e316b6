"""Both engines over archives of growing size; ``python -m index.bench.scale`` prints it."""

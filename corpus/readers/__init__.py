"""One reader an input format: text of a known shape becomes articles."""

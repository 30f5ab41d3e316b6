"""How good the answers are, as numbers that a command prints."""

"""Upkeep of the repository itself."""

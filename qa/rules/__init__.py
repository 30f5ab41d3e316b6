"""The rules that make an answer of scored sentences, one a module."""

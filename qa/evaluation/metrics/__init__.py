"""How good a run is: one metric a module."""

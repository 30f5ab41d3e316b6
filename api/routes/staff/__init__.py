"""For the newsroom, behind a bearer token."""

"""Pages for the newsroom, behind a sign-in with the staff token. They work with JavaScript off."""

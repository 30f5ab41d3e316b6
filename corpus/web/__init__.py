"""Pages fetched from the web, politely and from public addresses alone."""

"""The doors: HTTP, command line, web components."""

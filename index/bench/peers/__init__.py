"""Other systems that search and answer, each run by an interpreter of its own."""

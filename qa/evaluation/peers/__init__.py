"""Other systems asked the same gold, scored by the same metrics; ``python -m qa.evaluation.peers`` prints it."""

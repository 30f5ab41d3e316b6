"""What the words of a sentence tell, without a model."""

"""What scores sentences: the trained selector, its network, training, and other models in its place."""

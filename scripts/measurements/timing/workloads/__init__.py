"""What is timed: the same five functions in PyTorch and in Keras."""

"""The pure core: checks, scores, ranks. Never sees a file."""

"""Role two: the central registry."""

"""Shows: what the pages of both roles share."""

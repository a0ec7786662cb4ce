"""The intake forms: which question stands on which page, in which shape."""

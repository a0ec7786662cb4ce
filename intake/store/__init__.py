"""Records: the only SQL in the program."""

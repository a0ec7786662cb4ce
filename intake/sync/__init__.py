"""The only network in the program."""

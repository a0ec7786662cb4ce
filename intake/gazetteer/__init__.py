"""Lists of places with all their names: packs, and what fits a name that was said.

Pure but for reading the packs that come with the program. A list only ever offers;
what somebody said stays as it was said, with or without a place beside it.
"""

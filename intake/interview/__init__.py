"""Pure: testimony in, questions and findings out."""

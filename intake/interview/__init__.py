"""Testimony in, questions and findings out. Pure; it never decides about a person."""

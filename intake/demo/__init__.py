"""Invented households and a field laptop and registry that are already at work with them."""

"""Invented households, and a laptop and a registry already at work with them."""

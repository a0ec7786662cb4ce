"""The forms of the registry, one module a noun."""

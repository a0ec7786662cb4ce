"""Decides: pure rules and values.

Standard library only; time, randomness and actor come in.
"""

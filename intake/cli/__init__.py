"""The command line: the only place that reads arguments and the surroundings."""

from intake.cli.main import main

__all__ = ["main"]

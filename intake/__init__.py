"""Intake records people who arrive without papers and verifies them by interview.

One program, two roles (field laptop, registry), one ledger of statements.
Three words to remember: decide (domain), record (store), show (web).
"""

__version__ = "0.1.0"

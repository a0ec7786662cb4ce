"""Keys, seals, chains and roles. No Flask, no SQL."""

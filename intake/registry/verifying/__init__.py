"""What the pages of pairs, interviews and decisions need to know. No Flask here."""

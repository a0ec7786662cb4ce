"""The pages of the laptop: each view parses, asks the domain, records."""

"""The pages of the laptop: one module a noun; each view parses, asks the domain, records."""

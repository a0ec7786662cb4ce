"""Pure: two individuals in, an explained comparison out."""

"""Chooses a sample that nobody can foresee or steer, and that stays the same."""

import hashlib
import hmac


def is_sampled(secret: bytes, thing: str, *, one_in: int) -> bool:
    """Whether a thing of this id is in the sample of a registry with this secret.

    One in so many on average; 0 samples nothing.
    """
    if one_in < 1:
        return False
    digest = hmac.new(secret, b"sample:" + thing.encode(), hashlib.sha256).digest()
    return int.from_bytes(digest[:8], "big") % one_in == 0

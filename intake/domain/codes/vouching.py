"""Codes of those who vouch for somebody, and how."""

from enum import StrEnum


class VouchCapacity(StrEnum):
    """As whom somebody vouches. Who only interprets or helps does not vouch."""

    RELATIVE = "relative"
    NEIGHBOUR = "neighbour"
    FRIEND = "friend"
    COLLEAGUE = "colleague"
    TEACHER = "teacher"
    EMPLOYER = "employer"
    COMMUNITY_LEADER = "community-leader"
    RELIGIOUS = "religious-leader"
    HEALTH_WORKER = "health-worker"
    AID_WORKER = "aid-worker"
    FORMER_OFFICIAL = "former-official"


class VouchFact(StrEnum):
    """What somebody vouches for; never for character or means."""

    NAME = "name"
    BIRTH = "birth"
    PARENTS = "parents"
    PLACE = "place"
    TIE = "tie"
    RECOGNISED = "recognised-in-person"


class VouchMethod(StrEnum):
    """How the vouch reached us."""

    IN_PERSON = "in-person"
    PHONE = "phone"
    LETTER = "letter"
    MESSAGE = "message"


class VouchStatus(StrEnum):
    """Where a vouch is."""

    STANDS = "stands"
    WAITS = "waits-for-reviewer"
    WITHDRAWN = "withdrawn"

"""Turn an error into one plain sentence for the person at the terminal."""

from intake.errors import IntakeError

SENTENCES = {
    "locked": "The store is locked.",
    "wrong-passphrase": "This passphrase does not open the store.",
    "too-many-attempts": "Too many wrong passphrases; wait before the next try.",
    "store-in-use": "Another Intake has this store open; close it first.",
    "key-refused": "The key does not open this store; it may belong to another one.",
    "body-malformed": "The bundle holds something of another shape; nothing was changed.",
    "not-found": "There is no such thing here.",
    "not-allowed": "This role may not do that.",
    "login-invalid": "Use letters, digits, dots and dashes for the sign-in name.",
    "login-taken": "This sign-in name is in use, or was; choose another one.",
    "roles-invalid": "An administrator sees no records, so has no other role.",
    "last-administrator": "This is the last administrator; add another one first.",
    "already-decided": "Somebody has decided this before.",
    "second-person-needed": "Another person than the one who began it has to do this.",
    "registry-unreachable": "The registry does not answer; nothing was lost, try again later.",
    "bundle-torn": "The bundle is damaged or cut short; nothing was changed, ask for a new one.",
    "bundle-not-for-us": "The bundle is sealed to somebody else; nothing was changed.",
    "bundle-too-new": "The bundle was made by a newer Intake; bring this one up to date first.",
    "bundle-refused": "The bundle is whole but not what was expected here; nothing was changed.",
    "chain-gap": "Entries are missing before these; nothing was changed.",
    "device-not-approved": "The registry has not approved this device yet.",
    "device-revoked": "The registry no longer takes entries of this device.",
    "chain-forked": "The device's ledger has split in two; a person must enrol the device again.",
    "clock-ahead": "The clock of the device is too far ahead; set it and try again.",
    "tampered": "Something was altered outside the program; stop and call your operator.",
    "chain-broken": "The chain of entries is broken; stop and call your operator.",
    "signature-invalid": "A signature does not fit; stop and call your operator.",
    "config-invalid": "A setting is wrong.",
}


def sentence_for(error: IntakeError) -> str:
    """The sentence of this error with its facts, which are never personal."""
    words = SENTENCES.get(error.code, "This was refused.")
    facts = ", ".join(f"{name} {value}" for name, value in error.facts.items())
    return f"{words} [{error.code}{': ' + facts if facts else ''}]"

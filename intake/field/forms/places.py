"""One place as it is being typed, to show which places of a list fit."""

from werkzeug.datastructures import MultiDict

from intake.domain.place import LINK
from intake.errors import NotFound
from intake.field.looking_up import offer
from intake.web.fields import PlaceField
from intake.web.forms import BaseForm

_LONGEST_NAME = 40


class PlaceForm(BaseForm):
    """A place that stands on some other page under another name."""

    place = PlaceField()


def typed_place(sent: "MultiDict[str, str]") -> PlaceField:
    """The place of another page, with what is typed there now."""
    name = sent.get("name", "")
    if not (name.isidentifier() and name.isascii() and len(name) <= _LONGEST_NAME):
        raise NotFound(thing="field")
    parts = {part: sent.get(part, "") for part in ("text", "country", LINK)}
    boxes = {"place": parts["text"], "place__country": parts["country"], "place__link": parts[LINK]}
    form = PlaceForm(MultiDict(boxes))
    offer(form)
    field: PlaceField = form.place
    field.name = field.id = name
    return field

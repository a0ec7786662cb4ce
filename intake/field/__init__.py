"""Role one: the laptop of a field worker."""

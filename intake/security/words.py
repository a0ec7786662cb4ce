"""The words a fingerprint is read aloud in.

256 short plain English words, so that one word is one byte; no two share their
first four letters and none is one letter away from another.
"""

_LIST = """
acorn amber anchor apple april apron arrow atlas attic autumn axle badge bagel bakery
bamboo banjo barley basket beach beaver berry bicycle birch biscuit blanket blossom
board bottle boulder branch bread bridge broom bucket buffalo butter cabin cactus camel
canal candle canoe carpet carrot cedar cello chalk cherry chimney cinema circle clay
clock cloud clover cobalt coffee comet copper coral cotton cradle crane cricket crystal
curtain daisy dawn deer desk diamond dolphin donkey door drum duck eagle echo elbow elm
engine evening fable falcon feather fence fern fiddle field finger flag flute forest fox
frost garden gate giraffe glass globe goat gold goose granite grape gravel guitar hammer
harbour harp hazel hedge helmet heron hill honey horse indigo iris island ivory ivy
jacket jasmine jelly jigsaw jungle kayak kettle kitchen kite kiwi koala ladder lake lamp
lantern laurel lemon lentil letter library lily lion lizard lotus lunch magnet mango
maple marble market meadow melon mirror mitten moon morning moss music mustard napkin
needle nest nickel north nutmeg oasis ocean olive onion orange orchard otter oven owl
oyster paddle panda paper pasta pebble pelican pencil pepper piano pigeon pillow pine
planet plum pocket pond poplar potato prairie pumpkin puzzle quartz radio rain raven
ribbon rice river robin roof rope ruby saffron sail salmon sandal satin scarf shell
silver sketch snow spoon spring stable star stone sugar summer sunset swan teapot
thistle thread thunder timber toast tomato tulip tunnel turtle vanilla velvet village
violin wagon walnut water whale wheat wheel window winter wolf wool yellow yogurt zebra
zinc
"""

WORDS = tuple(_LIST.split())

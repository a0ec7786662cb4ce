"""Sounds kept as text come back the same, whatever the word."""

from hypothesis import given
from hypothesis import strategies as st

from intake.matching.reading.heard import heard, written
from intake.matching.reading.romanise import read_word
from intake.matching.reading.sounds import likenesses


@given(st.text(min_size=1, max_size=40))
def test_what_was_written_is_heard_again(text):
    word = read_word(text.casefold())
    kept = written(word)
    assert not any(letter.isspace() for letter in kept)
    assert heard(kept) == (word.codes, word.abjad)


def test_words_compare_the_same_from_their_kept_sounds():
    one, *others = map(read_word, ("олена", "olena", "یلنا", "helena", "ኤለና"))
    kept = [heard(written(word)) for word in others]
    assert likenesses(heard(written(one)), kept) == likenesses(one, others)


def test_a_word_that_is_not_read_keeps_its_letters():
    assert written(read_word("田中")) == "=田中"
    assert heard("=田中").codes == b""

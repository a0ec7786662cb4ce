"""Languages: catalogues, plural rules, directions, dates, and pseudo-languages."""

from datetime import UTC, date, datetime

import pytest

from intake import i18n
from intake.errors import ConfigInvalid
from intake.i18n import (
    Catalogue,
    gettext,
    lazy_gettext,
    lazy_ngettext,
    lazy_pgettext,
    ngettext,
    pgettext,
    use_locale,
)

# Slots in GNU order, as the header says them; Babel's own header for Arabic differs.
ARABIC = (
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
    "n%100>=11 && n%100<=99 ? 4 : 5);"
)
HEADER = """# Arabic words for tests.
# Reviewed-By: {reviewed}
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plural}\\n"

"""
BODY = """msgid "Yes"
msgstr "نعم"

msgctxt "case"
msgid "Draft"
msgstr "مسودة"

msgid "%(n)s record"
msgid_plural "%(n)s records"
msgstr[0] "0:%(n)s"
msgstr[1] "1"
msgstr[2] "2"
msgstr[3] "3:%(n)s"
msgstr[4] "4:%(n)s"
msgstr[5] "5:%(n)s"

msgid "Hello %(name)s"
msgstr "%(nom)s"

#, fuzzy
msgid "No"
msgstr "?"
"""


@pytest.fixture(name="arabic")
def _arabic(tmp_path, monkeypatch):
    path = tmp_path / "messages.po"
    path.write_text(HEADER.format(plural=ARABIC, reviewed="") + BODY, encoding="utf-8")
    catalogue = i18n.read_catalogue(path, "ar")
    monkeypatch.setattr(i18n, "catalogues", lambda: {"ar": catalogue})
    return catalogue


def test_a_message_is_translated(arabic):
    with use_locale("ar"):
        assert gettext("Yes") == "نعم"
        assert pgettext("case", "Draft") == "مسودة"


def test_a_context_keeps_meanings_apart(arabic):
    with use_locale("ar"):
        assert gettext("Draft") == "Draft"


@pytest.mark.parametrize(
    ("n", "slot"),
    [
        (0, "0:0"), (1, "1"), (2, "2"), (3, "3:3"), (10, "3:10"), (11, "4:11"),
        (99, "4:99"), (100, "5:100"), (102, "5:102"), (103, "3:103"),
    ],
)  # fmt: skip
def test_arabic_counts_by_its_six_forms(arabic, n, slot):
    with use_locale("ar"):
        assert ngettext("%(n)s record", "%(n)s records", n) == slot


@pytest.mark.parametrize(
    ("tag", "texts"),
    [
        ("fr", ["0 fiche", "1 fiche", "2 fiches", "1000000 fiches"]),
        ("es", ["0 fichas", "1 ficha", "2 fichas", "1000000 fichas"]),
    ],
)
def test_french_and_spanish_count_by_two_and_differ_about_nothing(tag, texts):
    with use_locale(tag):
        told = [ngettext("%(n)s record", "%(n)s records", n) for n in (0, 1, 2, 1_000_000)]
    assert told == texts


@pytest.mark.parametrize(("n", "text"), [(0, "0 records"), (1, "1 record"), (2, "2 records")])
def test_english_counts_by_two(n, text):
    assert ngettext("%(n)s record", "%(n)s records", n) == text


def test_a_message_with_other_placeholders_falls_back(arabic):
    with use_locale("ar"):
        assert gettext("Hello %(name)s", name="x") == "Hello x"


def test_a_fuzzy_message_falls_back(arabic):
    with use_locale("ar"):
        assert gettext("No") == "No"


def test_the_share_counts_what_can_be_used(arabic):
    assert arabic.share == pytest.approx(3 / 5)


def test_a_half_done_language_is_not_offered(arabic):
    assert [language.tag for language in i18n.offered()] == ["en"]
    assert not i18n.known("ar")


def test_a_complete_language_is_offered_in_its_own_name(monkeypatch):
    done = {
        "uk": Catalogue("uk", share=1.0),
        "ar": Catalogue("ar", share=0.96),
        "fr": Catalogue("fr", share=1.0),
        "es": Catalogue("es", share=1.0),
        "fa_AF": Catalogue("fa_AF", share=1.0),
    }
    monkeypatch.setattr(i18n, "catalogues", lambda: done)
    told = {one.tag: (one.name, one.direction) for one in i18n.offered()}
    assert told == {
        "en": ("English", "ltr"),
        "uk": ("Українська", "ltr"),
        "ar": ("العربية", "rtl"),
        "fr": ("Français", "ltr"),
        "es": ("Español", "ltr"),
        "fa_AF": ("دری / فارسی", "rtl"),
    }


def test_a_missing_catalogue_is_no_failure(tmp_path, monkeypatch):
    monkeypatch.setattr(i18n, "FOLDER", tmp_path)
    i18n.catalogues.cache_clear()
    assert i18n.catalogues() == {}
    i18n.catalogues.cache_clear()


def test_a_catalogue_is_read_from_its_folder(tmp_path, monkeypatch):
    folder = tmp_path / "ar" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    text = HEADER.format(plural=ARABIC, reviewed="Invented Reviewer") + BODY
    (folder / "messages.po").write_text(text, encoding="utf-8")
    monkeypatch.setattr(i18n, "FOLDER", tmp_path)
    i18n.catalogues.cache_clear()
    assert i18n.catalogues()["ar"].reviewed_by == "Invented Reviewer"
    i18n.catalogues.cache_clear()


@pytest.mark.parametrize(
    "text",
    [
        'msgid "a',
        "\x00\x01",
        HEADER.format(plural="nplurals=2; plural=n.real;", reviewed="") + BODY,
    ],
)
def test_a_broken_catalogue_stops_the_start(tmp_path, text):
    path = tmp_path / "messages.po"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigInvalid) as caught:
        i18n.read_catalogue(path, "ar")
    assert caught.value.facts == {"key": "translations.ar"}


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (["uk"], "uk"), (["uk-UA"], "uk"), (["uk_UA"], "uk"), (["ar-SD", "en"], "ar"),
        (["ru-RU"], "ru"), (["ru_UA", "uk"], "ru"),
        (["prs"], "fa_AF"), (["fa-AF"], "fa_AF"), (["ckb-IQ"], "ckb"), (["UK"], "uk"),
        (["xx", "uk"], "uk"), (["xx"], None), ([], None), (["*"], None),
        (["fa"], "fa_AF"), (["fa-IR", "en"], "fa_AF"), (["prs-AF"], "fa_AF"),
    ],
)  # fmt: skip
def test_the_first_language_that_is_there_is_taken(wanted, found):
    assert i18n.negotiate(wanted, ["en", "uk", "ru", "ar", "fa_AF", "ckb"]) == found


@pytest.mark.parametrize(
    ("asked", "shown"),
    [("prs", "fa_AF"), ("fa", "fa_AF"), ("fa-AF", "fa_AF"), ("ps-PK", "ps"), ("ar_XB", "ar_XB"),
     ("xx", None), ("", None)],
)  # fmt: skip
def test_a_screen_answers_to_every_name_of_its_language(asked, shown):
    assert i18n.on_screen(asked) == shown


def test_a_family_comes_before_its_kin_of_another_country():
    assert i18n.negotiate(["fa-IR"], ["fa_AF", "fa"]) == "fa"
    assert i18n.negotiate(["fa-AF"], ["fa", "fa_AF"]) == "fa_AF"


@pytest.mark.parametrize("tag", ["fa_AF", "ps"])
def test_dates_of_afghanistan_have_their_months_and_latin_digits(tag):
    with use_locale(tag):
        assert i18n.format_date(date(2026, 11, 22)) == "22 نومبر 2026"


@pytest.mark.parametrize(("n", "slot"), [(0, 0), (1, 0), (2, 1), (11, 1)])
def test_dari_counts_nothing_as_it_counts_one(n, slot):
    assert i18n.catalogues()["fa_AF"].slot(n) == slot


@pytest.mark.parametrize("tag", ["ar", "fa", "fa_AF", "ps", "ckb", "ur", "prs", "ar_XB", "ar-SY"])
def test_these_run_from_right_to_left(tag):
    assert i18n.direction(tag) == "rtl"


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("en", "a, b; c"),
        ("uk", "a, b; c"),
        ("ar", "a، b؛ c"),
        ("fa_AF", "a، b؛ c"),
        ("ps", "a، b؛ c"),
    ],
)
def test_words_are_strung_together_with_the_marks_of_the_language(tag, told):
    with i18n.use_locale(tag):
        assert i18n.clauses([i18n.series(["a", "b"]), "c"]) == told


@pytest.mark.parametrize("tag", ["en", "uk", "am", "ti", "fr", "en_XA", "zag", ""])
def test_these_run_from_left_to_right(tag):
    assert i18n.direction(tag) == "ltr"


def test_english_is_the_source_and_every_other_language_waits_for_a_native_speaker():
    assert i18n.is_reviewed("en")
    for catalogue in i18n.catalogues().values():
        assert i18n.is_reviewed(catalogue.tag) == bool(catalogue.reviewed_by)


def test_a_lazy_word_is_looked_up_when_shown():
    word = lazy_gettext("Yes %(n)s", n=1)
    other = lazy_pgettext("case", "Draft")
    count = lazy_ngettext("%(n)s record", "%(n)s records", 2)
    with use_locale("en_XA"):
        shown = (str(word), str(other), str(count))
    assert (str(word), str(other), str(count)) == ("Yes 1", "Draft", "2 records")
    assert all("·" in one for one in shown)


def test_a_lazy_word_is_filled_late_and_compares_by_its_text():
    word = lazy_gettext("%(n)s left") % {"n": 3}
    assert word == "3 left"
    assert word == lazy_gettext("3 left")
    assert word != 3
    assert repr(word) == "Lazy('3 left')"
    assert len({word, word}) == 1


def test_the_language_is_put_back_even_after_an_error():
    with pytest.raises(ZeroDivisionError), use_locale("ar_XB"):
        raise ZeroDivisionError
    assert i18n.current() == "en"


@pytest.mark.parametrize("tag", ["en_XA", "ar_XB"])
def test_pseudo_languages_keep_placeholders_and_numbers(tag):
    shown = i18n.disguise("%(n)s of 12 records, 100%%", tag)
    assert i18n.placeholders(shown) == {"n"}
    assert "12" in shown
    assert "100%%" in shown
    assert "records" not in shown


def test_the_accented_language_is_longer():
    source = "Save and continue to the next page"
    assert len(i18n.disguise(source, "en_XA")) >= 1.4 * len(source)


def test_dates_are_written_with_latin_digits():
    day = date(2026, 11, 22)
    moment = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)
    with use_locale("ar_XB"):
        assert "2026" in i18n.format_date(day)
        assert "22" in i18n.format_datetime(moment)
    assert i18n.format_date(day) == "22 Nov 2026"
    assert i18n.format_number(1234.5) == "1,234.5"


def test_countries_and_languages_have_names():
    assert i18n.territories()["SD"] == "Sudan"
    assert "ZZ" not in i18n.territories()
    assert i18n.language_name("uk") == "Ukrainian"
    assert i18n.language_name("fa-AF") == i18n.language_name("prs-AF") == "Dari"
    assert i18n.language_name("qqq") == "qqq"


def test_countries_are_named_anew_in_another_language_and_nobody_can_change_the_list():
    with i18n.use_locale("uk"):
        assert i18n.territories()["SD"] == "Судан"
        names = list(i18n.territories().values())
    assert i18n.territories()["SD"] == "Sudan"
    assert names == sorted(names, key=str.casefold)
    with pytest.raises(TypeError):
        i18n.territories()["SD"] = "Elsewhere"


def test_tags_are_written_as_html_wants_them():
    assert i18n.html_lang("fa_AF") == "fa-AF"


@pytest.mark.parametrize(("share", "is_offered"), [(0.95, True), (0.949, False)])
def test_a_language_is_offered_from_ninety_five_of_a_hundred_messages_on(
    monkeypatch, share, is_offered
):
    monkeypatch.setattr(i18n, "catalogues", lambda: {"uk": Catalogue("uk", share=share)})
    assert i18n.known("uk") is is_offered
    assert i18n.on_screen("uk-UA") == ("uk" if is_offered else None)


@pytest.mark.parametrize("form", ["", "%(nom)s"])
def test_a_count_with_a_form_that_cannot_be_used_falls_back(tmp_path, monkeypatch, form):
    path = tmp_path / "messages.po"
    text = HEADER.format(plural=ARABIC, reviewed="") + BODY.replace('"2"', f'"{form}"')
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(i18n, "catalogues", lambda: {"ar": i18n.read_catalogue(path, "ar")})
    with use_locale("ar"):
        told = [ngettext("%(n)s record", "%(n)s records", n) for n in (1, 2, 3)]
    assert told == ["1 record", "2 records", "3 records"]


def test_a_rule_with_more_forms_than_a_message_takes_its_last_one(monkeypatch):
    words = {(None, "%(n)s day"): ("день", "днів")}
    made = Catalogue("uk", plural=words, slot=lambda n: min(n, 5), share=1.0)
    monkeypatch.setattr(i18n, "catalogues", lambda: {"uk": made})
    with use_locale("uk"):
        assert [ngettext("%(n)s day", "%(n)s days", n) for n in (0, 1, 2, 7)] == [
            "день",
            "днів",
            "днів",
            "днів",
        ]


def test_of_two_kin_the_one_that_stands_first_serves_a_third():
    assert i18n.negotiate(["fa-TJ"], ["fa_AF", "fa_IR"]) == "fa_AF"

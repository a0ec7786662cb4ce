"""Every page of the gallery, read as a checker reads it, in several languages."""

import pytest

from intake.domain.codes import CaseStatus
from intake.i18n import gettext, use_locale
from intake.web.holder import StoreHolder
from tests.web.markup import Page, controls, faults

PAGES = ["/", "/person", "/group", "/review"]
WRONG = {"birth__day": "45", "birth__month": "3", "name__absent": "not-asked", "name": "x"}


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", ["en", "en_XA", "ar_XB"])
def test_a_page_is_well_made_in_every_language(officer, path, lang):
    officer.get(f"/?lang={lang}")
    assert faults(officer.get(path).text) == []


@pytest.mark.parametrize("path", ["/person", "/group"])
def test_a_page_with_errors_is_well_made_and_links_them(officer, path):
    answer = officer.post(path, WRONG)
    assert answer.status_code == 422
    assert faults(answer.text) == []
    assert "data-error-summary" in answer.text
    assert 'role="alert"' in answer.text


@pytest.mark.parametrize("path", ["/unlock", "/nope", "/audit", "/crash"])
def test_pages_for_strangers_are_well_made(stranger, path):
    assert faults(stranger.get(path, follow_redirects=True).text) == []


def test_the_checker_finds_what_it_looks_for():
    bad = (
        "<html><body style='x'><a href='//evil' onclick='x'></a><input name='a'>"
        "<label for='b'></label><p id='c'></p><p id='c' aria-describedby='d'></p>"
        "<input type='radio' id='e' name='r'><script>x</script><fieldset></fieldset><div></body>"
    )
    found = " ".join(faults(bad))
    for word in ("lang", "h1", "style", "script", "handler", "foreign", "label", "twice", "group"):
        assert word in found
    assert "described by nothing: d" in found
    assert "not closed" in found


def test_the_direction_and_the_sheet_follow_the_language(officer):
    officer.get("/?lang=ar_XB")
    page = officer.get("/").text
    assert '<html lang="ar-XB" dir="rtl"' in page
    assert "app.rtl.css" in page


def test_the_language_of_the_browser_is_taken_when_none_was_chosen(stranger):
    page = stranger.get("/unlock", headers={"Accept-Language": "xx, en-GB;q=0.8"}).text
    assert '<html lang="en" dir="ltr"' in page


def test_an_unknown_language_changes_nothing(officer):
    answer = officer.get("/?lang=tlh")
    assert answer.status_code == 303
    assert 'lang="en"' in officer.get("/").text


def test_choosing_a_language_keeps_the_rest_of_the_address(officer):
    assert officer.get("/group?path=a%20b&lang=en").location == "/group?path=a%20b"


def test_a_choice_cannot_lead_to_another_site(officer):
    location = officer.get("//evil.example/?lang=en").location
    assert location is None or not location.startswith(("//", "/\\"))


@pytest.mark.parametrize("theme", ["plain", "sun", "night"])
def test_every_page_offers_the_other_colours(officer, theme):
    officer.get(f"/?theme={theme}")
    page = officer.get("/").text
    assert f"theme-{theme}" in page
    offered = {other for other in ("plain", "sun", "night") if f"?theme={other}" in page}
    assert offered == {"plain", "sun", "night"} - {theme}


def test_an_invented_theme_changes_nothing(officer):
    officer.get("/?theme=neon")
    assert "theme-plain" in officer.get("/").text


def test_more_than_seven_controls_stand_on_the_dense_page(officer):
    page = Page(officer.get("/person").text)
    assert len(controls(page)) > 7


def test_nothing_is_chosen_beforehand(officer):
    page = Page(officer.get("/person").text)
    assert not [one for one in controls(page) if "checked" in one]


def test_what_was_typed_comes_back_with_the_errors(officer):
    page = Page(officer.post("/person", WRONG).text)
    boxes = {one.get("id"): one for one in controls(page)}
    assert boxes["birth__day"]["value"] == "45"
    assert "checked" in boxes["name__absent-3"]


def test_a_box_that_holds_both_offers_a_way_out_without_script(officer):
    page = officer.post("/person", WRONG).text
    assert "Has an answer" in page


def test_what_people_said_is_escaped_and_kept_apart(officer):
    page = officer.post("/person", {"name": '<script>"x"</script>', "birth": "x"}).text
    assert "<script>&#34;" not in page
    assert "&lt;script&gt;" in page
    home = officer.get("/").text
    assert '<bdi class="said" dir="auto" lang="ar">عبد الرحمن محمد الحسن</bdi>' in home


def test_words_of_staff_are_not_guessed_by_browsers(officer):
    for control in controls(Page(officer.get("/person").text)):
        if control.get("type") == "text":
            assert control["autocomplete"] == "off"


def test_an_error_is_tied_to_its_box(officer):
    page = Page(officer.post("/person", {}).text)
    name = next(one for one in controls(page) if one.get("id") == "name")
    assert name["aria-invalid"] == "true"
    assert name["aria-describedby"] == "name-hint name-error"


def test_latin_letters_run_from_the_left_in_every_language(officer):
    officer.get("/?lang=ar_XB")
    page = Page(officer.get("/person").text)
    latin = next(one for one in controls(page) if one.get("id") == "name_latin")
    assert (latin["dir"], latin["lang"]) == ("ltr", "und-Latn")


def test_the_bars_use_attributes_only(officer):
    page = officer.get("/review").text
    assert 'class="weight__for" x="48" y="2" width="36.6"' in page
    assert 'class="weight__against" x="24.6"' in page


def test_three_states_are_told_by_word_and_sign(officer):
    page = officer.get("/review").text
    for sign, word in (("✓", "agrees"), ("✗", "differs"), ("–", "unknown")):
        assert f'<span aria-hidden="true">{sign}</span> {word}' in page


def test_number_keys_are_told_beside_the_choices(officer):
    page = Page(officer.get("/review").text)
    assert [one["data-key"] for one in page.all("input") if "data-key" in one] == list("12345")


def test_every_status_of_a_case_has_its_chip(app):
    with app.test_request_context(base_url="http://127.0.0.1:5050"):
        macros = app.jinja_env.get_template("_macros.html").make_module({"csrf_token": str})
        for status in CaseStatus:
            assert "chip" in macros.case_chip(status)


def test_the_status_line_speaks(officer):
    page = officer.get("/").text
    assert 'role="status"' in page
    assert "14 records waiting to sync" in page


def test_a_late_status_is_marked(gallery, clock, officer):
    from intake.web.shell import Status

    app = gallery.make_gallery(clock, status=lambda: Status("!", "late", late=True))
    visitor = type(officer)(app.test_client(), gallery)
    visitor.sign_in()
    assert "app-status--late" in visitor.get("/").text


def test_a_saved_form_leads_on_and_says_so(officer):
    sent = {
        "name": "Олена",
        "birth__year": "1990",
        "sex": "f",
        "birth_place": "Львів",
    }
    assert officer.post("/person", sent).status_code == 303
    assert "saved" in officer.get("/").text


def test_a_refusal_of_the_domain_is_shown(officer):
    answer = officer.post("/group", {"kind": "family"})
    assert answer.status_code == 422
    assert "This cannot be recorded as it stands." in answer.text


def test_autosave_answers_with_the_next_revision(officer):
    assert officer.post("/draft", {"name": "x"}).json == {"rev": 2, "fields": 1}


def test_the_bar_tells_a_stranger_nothing_of_the_place_or_the_work(stranger):
    page = stranger.get("/unlock").text
    assert "team K7" not in page
    assert "14 records" not in page
    assert ">New person<" not in page
    assert 'data-idle-s="0"' in page
    assert 'id="lock-now"' not in page


def test_the_page_of_a_locked_laptop_tells_no_more_than_that_of_a_stranger(officer, clock):
    assert "team K7" in officer.get("/nope").text
    clock.pass_minutes(6)
    for path in ("/unlock", "/nope"):
        page = officer.get(path).text
        assert "team K7" not in page
        assert "14 records" not in page


def test_the_page_knows_after_how_long_it_locks_itself(officer, gallery, clock):
    assert 'data-idle-s="300"' in officer.get("/").text
    holder = StoreHolder(gallery.open_gallery_store, idle=None, clock=clock)
    visitor = type(officer)(gallery.make_gallery(clock, holder=holder).test_client(), gallery)
    visitor.sign_in()
    assert 'data-idle-s="0"' in visitor.get("/").text


def test_a_passphrase_that_was_typed_never_stands_in_a_page(stranger):
    page = stranger.post("/unlock", {"passphrase": "another invented one"})
    assert page.status_code == 422
    assert "another invented one" not in page.text


@pytest.mark.parametrize(("lang", "is_told"), [("en", False), ("uk", True)])
def test_a_translation_that_no_native_speaker_has_read_says_so(stranger, lang, is_told):
    with use_locale(lang):
        words = gettext("No native speaker has gone through this translation yet.")
    stranger.get(f"/unlock?lang={lang}")
    assert (words in stranger.get("/unlock").text) is is_told


def test_practice_is_told_in_the_title_and_above_every_page_with_a_way_out(gallery, clock, officer):
    assert "PRACTICE" not in officer.get("/").text
    app = gallery.make_gallery(clock, practising=lambda: True, practice_endpoint="gallery.lock")
    visitor = type(officer)(app.test_client(), gallery)
    visitor.sign_in()
    for path in ("/", "/person", "/nope"):
        page = visitor.get(path).text
        assert "<title>PRACTICE – " in page
        assert "Invented people only." in page
        assert 'action="/lock"><input type="hidden" name="csrf_token"' in page

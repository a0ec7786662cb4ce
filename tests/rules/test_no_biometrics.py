"""No face, finger or eye of anybody is ever measured (docs/decisions/0001)."""

import re

from tests.rules.tree import ROOT, files, name

LIBRARIES = re.compile(
    r"^(face|dlib|deepface|insightface|mediapipe|retinaface|facenet|arcface|mtcnn|opencv|cv2"
    r"|fingerprint|sourceafis|pyfingerprint|nbis|iris|torch|tensorflow|keras|onnx|transformers"
    r"|sentence[-_]|faiss|annoy|hnswlib|scikit-image|imagehash|speechbrain|resemblyzer|pyannote)",
    re.IGNORECASE | re.MULTILINE,
)
COLUMN = re.compile(
    r"\b(face|facial|fingerprint_image|finger|iris|retina|palm|voice|gait|biometric|photo|portrait"
    r"|embedding|minutiae)\w*",
    re.IGNORECASE,
)


def test_no_library_that_measures_bodies_is_locked():
    for listed in ("requirements.txt", "requirements-test.txt"):
        assert not LIBRARIES.findall((ROOT / listed).read_text(encoding="utf-8"))


def test_no_column_could_hold_a_body():
    tables = [path for path in files("intake/store/*.py") if "CREATE " in path.read_text("utf-8")]
    found = {name(path): COLUMN.findall(path.read_text(encoding="utf-8")) for path in tables}
    assert not {path: words for path, words in found.items() if words}


def test_no_question_asks_for_a_body():
    text = (ROOT / "intake/domain/questions.py").read_text(encoding="utf-8")
    assert not COLUMN.findall(text)


def test_the_rule_finds_what_it_looks_for():
    assert LIBRARIES.search("flask==3\nface-recognition==1.3.0\n")
    assert COLUMN.search("  face_embedding BLOB,")

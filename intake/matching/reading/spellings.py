"""What each letter or group may sound like, for scripts names are written in.

A table line reads `spelling=sounds`: every sound is a string of the phonemes it may
be, likeliest first, and a full stop parts sounds that follow each other. `_` means
"or silent". `^` and `$` are the beginning and the end of a word; letters after `|` are
looked at and not read. One table serves all scripts, so a word that mixes look-alike
letters of two scripts is still read. From general knowledge of the orthographies.

Phonemes: p b f v w t d T(thin) D(this) s z c(ts) S(sh) Z(zh) C(ch) J(j of judge)
k g q G(gh) x(kh) h l r m n y and the vowels a e i o u.
"""

import re
from collections.abc import Iterator

from intake.matching.reading.latin import LATIN
from intake.matching.reading.syllables import SYLLABLE_SOUNDS

VOWELS = frozenset("aeiou")

_CYRILLIC = """
а=a б=b в=vw г=gh ґ=g д=d е=e ё=y_.oe є=y_.e ж=ZJ з=z и=i і=i ї=y_.i й=yi к=k л=l м=m н=n о=oa п=p
р=r с=s т=t у=uw ф=fT х=xh ц=c ч=C ш=S щ=S.Ct_ ъ=_ua ы=iy ь=_ э=e ю=y_.u я=y_.a ^е=y_.e ие=i.y_.e
ье=y_.e ае=a.y_.e ое=oa.y_.e ъе=y_.e ьо=y_.oe йо=y_.oe йе=y_.e ий|$=i.y_ ый|$=iy.y_ дж=J дз=zc
тс=_t.cs тц=_t.cs ттс=_t.cs тч=C цз=Jcz чж=CJZ нг|$=n.g_ ае=a.y_.e ђ=J ѓ=J ћ=C ќ=C џ=J љ=l њ=n ј=y
ѕ=c ў=wuo ә=ae ғ=Gg қ=qk ң=n.g_ ө=oe ұ=u ү=u һ=h ҳ=h ҷ=J ӣ=i ӯ=u ӏ=_ хь=h хӏ=h гӏ=Gg гъ=gG.a_
къ=kq.a_ кх=qk кӏ=k цӏ=c чӏ=C тӏ=t пӏ=p аь=ae оь=oe уь=u юь=y_.u ӑ=ae ӗ=e ҫ=s ӳ=u җ=J ҙ=D ҡ=qk ӱ=u
ути=uw.tC.i ити=i.tC.i ^ти=tC.i ти|$=tC.i тти|$=t.i тидз=tC.i.zc пх=p.xh_ тх=t.xh_
^тё=tC.y_.oe ^тю=tC.y_.u ^тя=tC.y_.a атё=a.tC.y_.oe итё=i.tC.y_.oe отё=oa.tC.y_.oe утё=uw.tC.y_.oe
этё=e.tC.y_.oe ттё=t_.Ct.y_.oe дзи=Jz.i дзё=Jz.y_.oe дзю=Jz.y_.u дзя=Jz.y_.a
ӧ=oe ӥ=i ӵ=C ѣ=e ѳ=fT ѵ=i
"""

_ARABIC = """
ا=ae_ أ=auo_ إ=ie آ=a ٱ=a_ ء=_ ئ=yi_ ؤ=uow_ ب=bp پ=p ت=t ث=Tst ج=JgZ چ=C ح=h خ=x د=d ذ=Dzd ر=r ز=z
ژ=Z س=s ش=SC ص=s ض=dzD ط=t ظ=zDd ع=aeiou_ غ=Gg ف=fv ق=qkgG ك=kg ک=kg گ=g ل=l م=m ن=n ه=h ة=aeth_
و=wvuo ي=yie ی=yie ى=aiy ې=eiy ۍ=iey ګ=g ڼ=n ړ=rd ټ=t ډ=d ځ=zJ څ=cs ښ=xSk ږ=gZ ٹ=t ڈ=d ڑ=rd ں=n
ے=ey ہ=h ھ=h_ ۀ=ae ە=ae ۆ=o ێ=e ڕ=r ڵ=l ڤ=v ڭ=g ݣ=g ڨ=g ڠ=g ڬ=g ۋ=v ۇ=u ۈ=u ھ=h_ ٲ=a_ ٳ=a ۂ=ae
ۓ=ey ٽ=t ڊ=d ڙ=r ڻ=n ڪ=k ڳ=g ڃ=J ڄ=J ^ا=aeiou_ ه|$=aeh_ ہ|$=aeh_ عمرو|$=aeiou_.m.r.o_ تش=_t.CS
تس=t_.cs تز=t_.cz دج=_d.JZ دژ=J كس=k.s کس=k.s نب=nm.b
"""

_HEBREW = """
א=aeo_ ב=bv ג=g ד=d ה=ha_ ו=ouvw ז=z ח=xh ט=t י=yie כ=kx ך=xk ל=l מ=m ם=m נ=n ן=n ס=s ע=aeo_ פ=pf
ף=fp צ=c ץ=c ק=kq ר=r ש=Ss ת=tT ג׳=J צ׳=C ץ׳=C ז׳=Z ת׳=T ד׳=D וו=wv יי=y ^א=aeiou_ ^ע=aeiou_
ה|$=aeh_ א|$=aeo_ דז׳=J דג׳=_d.J דז=_d.zc טס=t_.cs קס=k.s ^כ=k ^פ=p ^ב=b טש=_t.CS בּ=b כּ=k פּ=p
שׁ=S שׂ=s
"""

_GREEK = """
α=a β=vb γ=Ggy δ=Dd ε=e ζ=zZ η=i θ=Tt ι=iy κ=k λ=l μ=m ν=n ξ=k.sz ο=o π=p ρ=r σ=sSz ς=sSz τ=t
υ=iyu φ=f χ=xhkS ψ=p.s ω=o ου=uw αι=ea ει=i οι=io υι=i αυ=a.vfuw ευ=e.vfuw ηυ=i.vf λντ=l.dt
ρντ=r.dt λμπ=l.bp ρμπ=r.bp ργκ=r.gk ντς=n._t.csz ντσ=n._t.csz γου|α=Gg_.uw γου|ε=Gg_.uw
γου|ι=Gg_.uw γου|ο=Gg_.uw ^μπ=b μπ=m_.bp ^ντ=d ντ=n_.dt ^γκ=g γκ=n_.gk γγ=n.g γχ=n.xh τζ=JZc
ντζ=n.JZc τσ=_t.csC γι=yJ γ|ε=yGg γ|αι=yGg γ|η=yGg γ|υ=yGg γ|ει=yGg κσ=k.s
"""

_GEORGIAN = """
ა=a ბ=b გ=g დ=d ე=e ვ=vw ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=Z რ=r ს=s ტ=t უ=u ფ=pf ქ=k ღ=Gg
ყ=qk შ=S ჩ=C ც=c ძ=zc წ=c ჭ=C ხ=x ჯ=J ჰ=h_ ჲ=yi ჳ=wu ჴ=qk
"""

_ARMENIAN = """
ա=a բ=bp գ=gk դ=dt ե=e զ=z է=e ը=e_ թ=t ժ=Z ի=i լ=l խ=x ծ=c կ=kg հ=h ձ=zc ղ=Ggl ճ=CJ մ=m յ=yh_ ն=n
շ=S ո=ov չ=C պ=pb ջ=JC ռ=r ս=s վ=v տ=td ր=r ց=c ւ=vw ու=u փ=p ք=k և=e.v եւ=e.v օ=o ֆ=f ^ե=y_.e
^ո=v_.o իա=i.y_.a իե=i.y_.e
"""

Sound = str
"""The phonemes one letter may stand for, likeliest first, `_` for silent."""

Spelling = tuple[tuple[Sound, ...], int]
"""The sounds of a group of letters, and how many of its letters they use up."""

_TONOS = dict(zip("αεηιουω", "άέήίόύώ", strict=True))


def _read(table: str) -> Iterator[tuple[str, Spelling]]:
    for entry in table.split():
        spelling, sounds = entry.split("=")
        read, _, ahead = spelling.partition("|")
        yield read + ahead, (tuple(s for s in sounds.split(".") if s != "_"), len(read))


def _accented(table: str) -> Iterator[tuple[str, Spelling]]:
    """The same with the accent that Greek writes on the last vowel of a group."""
    for spelling, sounds in _read(table):
        if spelling[-1] in _TONOS:
            yield spelling[:-1] + _TONOS[spelling[-1]], sounds


SPELLINGS: dict[str, Spelling] = {
    spelling: sounds
    for table in (LATIN, _CYRILLIC, _ARABIC, _HEBREW, _GREEK, _GEORGIAN, _ARMENIAN)
    for spelling, sounds in _read(table)
}
SPELLINGS.update(_accented(_GREEK))

SOUNDS: tuple[Sound, ...] = tuple(
    sorted({s for sounds, _ in SPELLINGS.values() for s in sounds} | SYLLABLE_SOUNDS)
)
"""Every sound there is; its number is its place here, counted from 1."""

NUMBERS: dict[Sound, int] = {sound: number for number, sound in enumerate(SOUNDS, 1)}

ABJAD = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
"""Scripts that leave short vowels out: Hebrew, Arabic and its extensions."""

"""What each letter or group may sound like, for scripts names are written in.

A table line reads `spelling=sounds`: every sound is a string of the phonemes it may
be, likeliest first, and a full stop parts sounds that follow each other. `_` means
"or silent". One table serves all scripts, so a word that mixes look-alike letters of
two scripts is still read. From general knowledge of the orthographies: English,
French, German, Polish, Turkish, Italian, Spanish and scholarly Latin spellings,
Ukrainian, Russian, Central Asian Cyrillic, Arabic, Persian, Pashto, Urdu, Hebrew,
Greek, Georgian and Armenian. Ge'ez is read from the Unicode names of its syllables.

Phonemes: p b f v w t d T(thin) D(this) s z c(ts) S(sh) Z(zh) C(ch) J(j of judge)
k g q G(gh) x(kh) h l r m n y and the vowels a e i o u.
"""

import re
import unicodedata

VOWELS = frozenset("aeiou")

_LATIN = """
a=a b=b c=k d=d e=e f=f g=g h=h_ i=i j=JZyx k=k l=l m=m n=n o=o p=p q=qkg r=r s=sz t=t
u=u v=v w=wv x=k.s y=yi z=zcs
schtsch=S.C shch=S.C szcz=S.C tsch=C dsch=J tch=C tsh=C dzh=J dsh=J sch=S sh=S ch=CSxk
cz=C sz=Ss zh=Z kh=xk gh=Gg dh=Dd th=Tt ph=f ts=c tz=c ck=k qu=k dj=J dž=J dż=J gn=g_.n
ou=uwo oo=uow ee=iey aa=a eau=o ll=ly sj=S tj=C
ç=Cs ş=S š=S ś=S ș=S ž=Z ż=Z ź=z č=C ć=C ğ=G_ ţ=c ț=c ł=lw đ=Jd ð=D þ=T ı=i ñ=n ń=n
æ=ae ø=o œ=e ß=s ə=ea ə̈=e ʿ=_ ʾ=_
"""

_CYRILLIC = """
а=a б=b в=vw г=gh ґ=g д=d е=e ё=y_.o є=y_.e ж=ZJ з=z и=i і=i ї=y_.i й=yi к=k л=l м=m
н=n о=oa п=p р=r с=s т=t у=uw ф=fT х=xh ц=c ч=C ш=S щ=S.C_ ъ=_ ы=iy ь=_ э=e ю=y_.u
я=y_.a дж=J дз=zc ђ=J ѓ=J ћ=C ќ=C џ=J љ=l њ=n ј=y ѕ=c ў=wu ә=ae ғ=Gg қ=qk ң=n ө=oe ұ=u
ү=u һ=h ҳ=h ҷ=J ӣ=i ӯ=u
"""

_ARABIC = """
ا=ae_ أ=auo_ إ=ie آ=a ٱ=a_ ء=_ ئ=yi_ ؤ=uow_ ب=bp پ=p ت=t ث=Tst ج=JgZ چ=C ح=h خ=x
د=d ذ=Dzd ر=r ز=z ژ=Z س=s ش=SC ص=s ض=dzD ط=t ظ=zDd ع=aeiou_ غ=Gg ف=fv ق=qkgG ك=kg ک=kg
گ=g ل=l م=m ن=n ه=h ة=aeth_ و=wvuo ي=yie ی=yie ى=aiy ې=eiy ۍ=iey ګ=g ڼ=n ړ=rd ټ=t
ډ=d ځ=zJ څ=cs ښ=xSk ږ=gZ ٹ=t ڈ=d ڑ=rd ں=n ے=ey ہ=h ھ=h_ ۀ=ae ە=ae ۆ=o ێ=e ڕ=r ڵ=l ڤ=v
ڭ=g ݣ=g تش=C
"""

_HEBREW = """
א=aeo_ ב=bv ג=g ד=d ה=ha_ ו=vwuo ז=z ח=xh ט=t י=yie כ=kx ך=xk ל=l מ=m ם=m נ=n ן=n ס=s
ע=aeo_ פ=pf ף=fp צ=c ץ=c ק=kq ר=r ש=Ss ת=tT ג׳=J צ׳=C ץ׳=C ז׳=Z ת׳=T ד׳=D וו=wv יי=y
"""

_GREEK = """
α=a β=v γ=Ggy δ=Dd ε=e ζ=zZ η=i θ=Tt ι=iy κ=k λ=l μ=m ν=n ξ=k.s ο=o π=p ρ=r σ=sSz ς=sSz
τ=t υ=i φ=f χ=xhkS ψ=p.s ω=o ου=uw αι=e ει=i οι=i υι=i αυ=a.vf ευ=e.vf μπ=b ντ=d γκ=g
γγ=n.g τζ=JZ τσ=cC γι=yJ
"""

_GEORGIAN = """
ა=a ბ=b გ=g დ=d ე=e ვ=vw ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=Z რ=r ს=s ტ=t უ=u ფ=pf
ქ=k ღ=Gg ყ=qk შ=S ჩ=C ც=c ძ=zc წ=c ჭ=C ხ=x ჯ=J ჰ=h_
"""

_ARMENIAN = """
ա=a բ=bp գ=gk դ=dt ե=e զ=z է=e ը=e_ թ=t ժ=Z ի=i լ=l խ=x ծ=c կ=kg հ=h ձ=zc ղ=Ggl ճ=CJ մ=m
յ=yh_ ն=n շ=S ո=ov չ=C պ=pb ջ=JC ռ=r ս=s վ=v տ=td ր=r ց=c ւ=vw ու=u փ=p ք=k և=e.v եւ=e.v
օ=o ֆ=f
"""

Sound = str
"""The phonemes one letter may stand for, likeliest first, `_` for silent."""


def _read(table: str) -> dict[str, tuple[Sound, ...]]:
    pairs = (entry.split("=") for entry in table.split())
    return {spelling: tuple(sounds.split(".")) for spelling, sounds in pairs}


SPELLINGS: dict[str, tuple[Sound, ...]] = {
    spelling: sounds
    for table in (_LATIN, _CYRILLIC, _ARABIC, _HEBREW, _GREEK, _GEORGIAN, _ARMENIAN)
    for spelling, sounds in _read(table).items()
}
LONGEST = max(map(len, SPELLINGS))

ABJAD = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
"""Scripts that leave short vowels out: Hebrew, Arabic and its extensions."""

_SYLLABLE = re.compile(r"ETHIOPIC SYLLABLE ([A-Z ]*?)(W?AA|W?A|OA|EE|U|I|E|O)$")
_GEEZ_ONSET = {
    "HH": "h", "X": "hx", "SZ": "s", "SH": "S", "QH": "q", "C": "C", "NY": "n",
    "GLOTTAL ": "_", "PHARYNGEAL ": "_", "KX": "xhk", "ZH": "Z", "DD": "d", "GG": "g",
    "TH": "t", "CH": "C", "J": "J", "PH": "p", "TS": "sct", "TZ": "sct", "B": "bv",
}  # fmt: skip
_GEEZ_VOWEL = {"A": "ea", "U": "u", "I": "i", "AA": "a", "EE": "e", "E": "ie_", "O": "o"}


def read_geez(letter: str) -> tuple[Sound, ...]:
    """A syllable of Ge'ez script as onset and vowel; empty for any other letter."""
    found = _SYLLABLE.match(unicodedata.name(letter, ""))
    if found is None:
        return ()
    onset, vowel = found.groups()
    if onset in ("GLOTTAL ", "PHARYNGEAL "):
        return ("aei",) if vowel in ("A", "E") else (_GEEZ_VOWEL.get(vowel, "a"),)
    first = _GEEZ_ONSET.get(onset, onset.lower()[:1] or "_")
    if vowel in _GEEZ_VOWEL:
        return (first, _GEEZ_VOWEL[vowel])
    return (first, "wu", "a")

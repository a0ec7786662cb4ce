"""Places by sound, and places that carried another name within living memory.

The list is our own, from public renamings and from exonyms people use; a place that is
not in it is compared by its sounds. Written in plain Latin letters, read by sound.
"""

import re
from functools import cache, lru_cache

from intake.matching.reading.romanise import Word, fold, read_word, split
from intake.matching.reading.sounds import likeness

_RENAMED = """
bakhmut artemivsk artyomovsk artemovsk
dnipro dnipropetrovsk dnepropetrovsk dnepr yekaterynoslav
pokrovsk krasnoarmiisk krasnoarmeysk
kropyvnytskyi kirovohrad kirovograd yelysavethrad
toretsk dzerzhynsk dzerzhinsk
lyman krasnyi-lyman krasny-liman
myrnohrad dymytriv dimitrov
kamianske dniprodzerzhynsk dneprodzerzhinsk
khrustalnyi krasnyi-luch krasny-luch
sievierodonetsk severodonetsk siverskodonetsk lyskhimstroi
dovzhansk sverdlovsk
sorokyne krasnodon
alchevsk komunarsk voroshylovsk
luhansk voroshylovhrad voroshilovgrad lugansk
donetsk stalino yuzovka
mariupol zhdanov zhdanow
horlivka gorlovka
novohrodivka novogrodovka
oleshky tsiurupynsk tsyurupinsk
henichesk genichesk
ivano-frankivsk stanislav stanislaviv stanislau
khmelnytskyi proskuriv proskurov
sheptytskyi chervonohrad chervonograd krystynopil
samar novomoskovsk
zviahel novohrad-volynskyi novograd-volynsky
pereiaslav pereiaslav-khmelnytskyi
horishni-plavni komsomolsk
podilsk kotovsk
chornomorsk illichivsk ilyichevsk
zaporizhzhia zaporozhye oleksandrivsk aleksandrovsk
kyiv kiev kiew
odesa odessa
lviv lvov lwow lemberg
kharkiv kharkov
mykolaiv nikolaev nikolayev
chernivtsi chernovtsy czernowitz cernauti
uzhhorod uzhgorod ungvar
rivne rovno
ternopil ternopol
volgograd stalingrad
saint-petersburg leningrad petersburg
nur-sultan astana tselinograd akmola
almaty alma-ata
bishkek frunze
dushanbe stalinabad
khujand leninabad
tbilisi tiflis
yerevan erivan
gyumri leninakan
ganja kirovabad gandzha
damascus dimashq damas sham
aleppo halab haleb alep
homs hims
hama hamah
latakia ladhiqiya lattaquie lazkiye
daraa dara deraa
deir-ez-zor dayr-az-zawr deir-al-zor
kobani ayn-al-arab ain-al-arab
afrin efrin
qamishli qamishlo kamishly
baghdad bagdad
mosul mawsil musil
basra basrah
irbil erbil hawler arbil
sulaymaniyah slemani sulaimani
kirkuk karkuk
cairo qahira misr kairo
alexandria iskandariya
jerusalem quds yerushalayim
gaza ghazza aza
hebron khalil
nablus shechem
khartoum khartum
omdurman umm-durman
el-fasher fashir
el-geneina junaynah geneina
tripoli tarabulus
algiers alger jazair
kandahar qandahar
herat hirat
lashkargah lashkar-gah bost
mazar-i-sharif mazar-e-sharif mazari-sharif mazar-sharif
jalalabad jelalabad
ghazni ghazna
kunduz qunduz
asmara asmera
massawa mitsiwa batsi bats
keren cheren
mekelle makale meqele
axum aksum
addis-ababa addis-abeba finfinne
adigrat addigrat
humera humara setit-humera
istanbul constantinople
izmir smyrna
yangon rangoon
mumbai bombay
ho-chi-minh saigon
kinshasa leopoldville
kisangani stanleyville
lubumbashi elisabethville
"""

_SAME_PLACE = 0.88
_ARTICLE = re.compile("^(?:ال(?=...)|[ae]l(?=[^aeiouy].{2})|[аеэ]ль?(?=[^аеиоуыэюяєії].{2}))")
_KIND_TEXT = """
city town village district province oblast region governorate state raion rayon of
misto selo selyshche gorod derevnya g m s c смт село місто город м г с обл область район
مدينة مدینه قرية محافظة ولايت شهر ولسوالی ال al el
"""
_KIND = frozenset(_KIND_TEXT.split())


@lru_cache(maxsize=50_000)
def place_words(text: str) -> tuple[Word, ...]:
    """The words of a place without its kind (town, camp); every word if that is all."""
    said = split(text)
    kept = [word for word in said if word not in _KIND]
    return tuple(read_word(_without_article(word)) for word in (kept or said)[:6])


def _without_article(word: str) -> str:
    return _ARTICLE.sub("", word)


@lru_cache(maxsize=50_000)
def place_skeletons(text: str) -> tuple[str, ...]:
    """The skeletons of the whole place name written as one word."""
    return whole(text).skeletons if text else ()


@lru_cache(maxsize=50_000)
def whole(text: str) -> Word:
    """The place name as one word, to be compared by sound."""
    return read_word("".join(word.said for word in place_words(text)) or fold(text))


@cache
def _listed() -> dict[str, tuple[tuple[Word, int], ...]]:
    """The names of the list and their line, under every skeleton they have."""
    found: dict[str, list[tuple[Word, int]]] = {}
    for number, line in enumerate(_RENAMED.split("\n")):
        for word in map(whole, line.split()):
            for skeleton in word.skeletons:
                found.setdefault(skeleton, []).append((word, number))
    return {skeleton: tuple(names) for skeleton, names in found.items()}


@lru_cache(maxsize=50_000)
def renamings(text: str) -> frozenset[int]:
    """The renamed places this may be, by number; empty for most places."""
    said = whole(text)
    listed = {entry for skeleton in said.skeletons for entry in _listed().get(skeleton, ())}
    return frozenset(
        number
        for name, number in listed
        if likeness(said.sounds, name.sounds, said.abjad, name.abjad) >= _SAME_PLACE
    )

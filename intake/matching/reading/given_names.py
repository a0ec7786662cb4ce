"""Forms of one given name: short ones, and those of neighbouring languages.

Our own list, from general knowledge of the languages; nobody's data set. Each line is
one name. Forms are written in a plain Latin spelling and compared by sound, so one
spelling serves every script. A form may stand in several lines (Sasha).
"""

from functools import cache, lru_cache

from intake.matching.reading.romanise import read_word

_FORMS = """
oleksandr aleksandr alexandre alexander alejandro aleksander sasha sashko sania shura oles iskandar
oleksandra aleksandra alexandra alejandra sasha shura lesia lesya
oleksii aleksey alexei oleksa alosha alyosha lyosha lyokha
anatolii anatoly tolia tolya tolik
andrii andrey andrew andre andreas andriusha andryusha
antonina tonia tonya
anton antoni antonio antosha tosha
anastasia nastia nastya nastusia asia
hanna anna ania anya anja hania anka nura nyura
bohdan bogdan bodia
borys boris boria borya
daria daryna darina dasha dasia
danylo daniil daniel danila dania danya
dmytro dmitri dmitry dima mitia mitya mitja
yevhen yevgeni evgeny eugene zhenia zhenya yevhenii
yevheniia yevgenia evgenia zhenia zhenya
yelyzaveta elizaveta elisabeth elizabeth liza lisa
halyna galina halia galia galya
hryhorii grigori gregory hrytsko grisha hrysha
ihor igor ihorko gosha
illia ilya elias ilyusha
ivan vania vanya wanja ioann john juan johann
iryna irina irene ira irka
katerina kateryna ekaterina catherine katya katia katja kasia catalina
kostiantyn konstantin kostia kostya constantine
kseniia ksenia oksana xenia ksiusha
larysa larisa lara
leonid lionia lyonya
liudmyla ludmila lyudmila liuda lyuda mila
liubov lubov lyuba liuba
maksym maxim maks max
margaryta margarita rita marharyta
maria mariya mariia masha marusia marichka mary marie
marina maryna
mykhailo mikhail michael misha mishko miguel michal
mykola nikolai nikolay nicholas kolia kolya kolja nicolas
nadia nadiia nadezhda nadya nadja
natalia nataliia natasha nata
oleh oleg
olena elena yelena helena lena olenka alyona alena
olha olga olia olya
pavlo pavel paul pasha pablo
petro pyotr petr peter petia petya petja pedro
raisa raia raya
roman roma
svitlana svetlana sveta svitla
serhii sergei sergey serge serhiy seriozha seryozha
sofia sofiia sophie sonia sonya sonja
stepan stefan steven stiopa
tamara toma
tetiana tatiana tatyana tania tanya tanja
taras tarasyk
fedir fyodor fedor theodore fedia fedya
vadym vadim vadik
valentyna valentina valia valya
valentyn valentin valia valya
valerii valery valera
valeriia valeria lera valera
vasyl vasili vasiliy vasia vasya wasja
vira vera vierochka
viktor victor vitia vitya
viktoriia viktoria victoria vika
vitalii vitaly vitalik
volodymyr vladimir vova volodia volodya wolodja wolodymyr
viacheslav vyacheslav slava
yaroslav slava yarik
vladyslav vladislav vlad slava
yakiv yakov jacob yasha
yuri yurii georgi heorhii yura george giorgi jorge
yulia yuliia julia yulya
yana zhanna ioanna joanna
zinaida zina
zoya zoia zoe
muhammad mohammed mamad mammad magomed mahomet mohamad
fatima fatma fatemeh fatoumata fatme
khadija hadija khadijeh hatice
aisha aysha ayshe aicha
ibrahim ebrahim abraham avraam avraham abram
yusuf yosef yousef joseph jose iosif yosyp osip pepe
musa moussa moses moshe
isa issa jesus
yahya yehya
maryam miriam mariam meryem maryem
ismail esmail ishmael
ishaq isaac isak eshaq
yaqub jacob yaqoub
daud dawood david dawit davud
sulaiman suleyman solomon selomon shlomo soleyman
zahra zohra zehra
hussein hossein huseyin hussain
abdullah abdallah abdollah abdula
francisco paco pancho francesco franz
jose pepe giuseppe
jesus chuy
guadalupe lupe
dolores lola
enrique quique henri henry heinrich
luis luisito louis luigi
rosario charo
concepcion concha
manuel manolo emmanuel amanuel
guillermo memo william wilhelm
roberto beto robert
eduardo lalo edward
gabriel gabi gebriel
isabel chabela ysabel
mercedes meche
teresa tere theresa
tekle teklay
tesfaye tesfay tesfa
gebre ghebre
"""


@cache
def _lines_by_sound() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_FORMS.split("\n")):
        for form in line.split():
            found.setdefault(sound_of(read_word(form).plain), set()).add(number)
    return {sound: frozenset(lines) for sound, lines in found.items()}


def sound_of(plain: str) -> str:
    """The reading as the list is keyed by it: soft endings and y for i made alike."""
    alike = plain.translate({ord("y"): "i", ord("w"): "v", ord("x"): "h"})
    squeezed = [c for i, c in enumerate(alike) if i == 0 or alike[i - 1] != c]
    return "".join(squeezed)


@lru_cache(maxsize=100_000)
def forms_of(plain: str) -> frozenset[int]:
    """The names that this reading is a form of."""
    return _lines_by_sound().get(sound_of(plain), frozenset())

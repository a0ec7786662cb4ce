"""Phrases by which a question that is asked of nobody is known.

By item and language: patterns for whole words, without marks and with plain
apostrophes; see never_ask.py.
"""

PHRASES: dict[str, dict[str, str]] = {
    "schooling": {
        "en": r"capital(?: city)?(?! letters?)|flags?|anthems?|presidents?|prime minister|"
        r"currency|bank ?notes?",
        "uk": r"столиц\w+|прапор\w*|гімн\w*|президент\w*|прем'єр\w*|валют\w+|купюр\w+",
        "ru": r"столиц\w+|флаг\w*|гимн\w*|президент\w*|премьер\w*|валют\w+|купюр\w+",
        "ar": r"(?:ال)?عاصمة|ألوان العلم|علم (?:بلد\w*|الدولة)|العلم الوطني|(?:ال)?نشيد|"
        r"رئيس (?:الجمهورية|الدولة|البلد|بلدك\w*|الوزراء)|(?:ال)?عملة",
        "fr": r"capitale|drapeaux?|hymne|président\w*|premier ministre|monnaie|billets? de banque",
        "es": r"capital|banderas?|himno|president[ea]|primer ministro|moneda|billetes?",
        "fa": r"پایتخت|پرچم|بیرق|سرود ملی|رئیس ?جمهور|رییس ?جمهور|واحد پول|بانکنوت",
        "ps": r"پلازمېن\w+|بیرغ|ملي سرود|ولسمشر|جمهور ?رئیس|د پیسو واحد",
    },
    "lists": {
        "en": r"clans?|sub-?clans?|tribes?|(?:all|list)(?: of)?(?: the)? "
        r"(?:districts|provinces|regions)",
        "uk": r"клан\w*|плем'?\w+|(?:всі|усі|перелі\w+) (?:\w+ )?(?:район\w*|област\w*)",
        "ru": r"клан\w*|плем\w+|(?:все|перечисл\w+) (?:\w+ )?(?:район\w*|област\w*|провинци\w*)",
        "ar": r"(?:ال)?قبيل\w+|(?:ال)?عشير\w+|(?:كل|جميع|أسماء) (?:ال)?"
        r"(?:محافظات|مديريات|أحياء|مناطق)",
        "fr": r"clans?|tribus?|(?:tous les|toutes les|la liste des) "
        r"(?:districts|provinces|régions|quartiers)",
        "es": r"clan(?:es)?|tribus?|(?:todos los|todas las|la lista de) "
        r"(?:los |las )?(?:distritos|provincias|regiones)",
        "fa": r"قبیله\w*|طایفه\w*|(?:همه|تمام)\w* (?:ولسوالی|ولایت|ناحیه)\S*",
        "ps": r"قبیل\w+|ټبر|ټول\w* (?:ولسوال\w+|ولایت\w*)",
    },
    "belief": {
        "en": r"pray(?:ers?|s|ing)?|religio\w+|creed|bible|[qk]u?r'?an|sexual orientation|"
        r"homosexual\w*|gay|lesbians?",
        "uk": r"молит\w+|релігі\w+|віросповідан\w+|біблі[яюїє]|коран\w*|сексуальн\w+|"
        r"гомосексу\w+|гей|лесбі\w+",
        "ru": r"молит\w+|религи\w+|вероисповедан\w+|библи[яюие]|коран\w*|сексуальн\w+|"
        r"гомосексу\w+|гей|лесби\w+",
        "ar": r"(?:ال)?صلاة|تصلي|دين(?:ك|كم)|(?:ال)?ديان\w+|القرآن|الإنجيل|ميول\w* الجنسي\w*|"
        r"مثلي\w*",
        "fr": r"prières?|priez|religi\w+|coran|bible|orientation sexuelle|homosexuel\w*|"
        r"lesbiennes?",
        "es": r"oraci(?:ón|ones)|reza\w*|religi\w+|corán|biblia|orientación sexual|"
        r"homosexual\w*|lesbianas?",
        "fa": r"نماز\w*|دعا\w*|دین(?:تان|ت)?|مذهب\w*|قرآن|انجیل|گرایش جنسی|همجنس\w*",
        "ps": r"لمونځ|دعا\w*|دین|مذهب|قرآن|انجیل|جنسي تمایل",
    },
    "armed": {
        "en": r"(?:political )?party (?:members?|leaders?)|political part(?:y|ies)|armed groups?|"
        r"militias?|army|military|soldiers?|battalions?|weapons?|commanders?",
        "uk": r"парті[яїюєй]|партійн\w+|збройн\w+|арм[іи]\w*|військов\w+|солдат\w*|"
        r"батальйон\w*|збро[яюї]|командир\w*",
        "ru": r"парти[яиюей]|партийн\w+|вооруж[её]нн\w+|арми\w+|военн\w+|солдат\w*|"
        r"батальон\w*|оружи\w+|командир\w*",
        "ar": r"(?:ال)?حزب\w*|(?:ال)?مسلح\w*|(?:ال)?ميليشيا\w*|(?:ال)?جيش|(?:ال)?عسكري\w*|"
        r"جندي|(?:ال)?سلاح|(?:ال)?قائد",
        "fr": r"partis? politiques?|groupes? armés?|milices?|armée|militaires?|soldats?|"
        r"bataillons?|armes?|commandants?",
        "es": r"partidos? políticos?|grupos? armados?|milicias?|ejército|militar\w*|soldados?|"
        r"batallón|armas?|comandantes?",
        "fa": r"حزب\w*|گروه\w* مسلح|ملیشه\w*|اردو|نظامی|عسکر\w*|سرباز\w*|اسلحه|سلاح|قوماندان\w*",
        "ps": r"ګوند\w*|وسله ?وال\w*|ملیش\w+|پوځ\w*|اردو|عسکر\w*|سرتېر\w*|وسل\w+|قوماندان\w*",
    },
    "violence": {
        "en": r"tortur\w+|rap(?:e|ed|ist)|sexual(?:ly)? (?:violence|abuse\w*|assault\w*)",
        "uk": r"катув\w+|тортур\w*|[зс]ґ?г?валт\w+",
        "ru": r"пыт(?:к[аиуе]|ок|ками|ал\w*)|изнасил\w+",
        "ar": r"(?:ال)?تعذيب\w*|عذب\w+|(?:ال)?اغتصاب\w*|اغتصب\w*|عنف جنسي|اعتداء جنسي",
        "fr": r"tortur\w+|viol(?:s|ée?s?)?|violences? sexuelles?|agressions? sexuelles?",
        "es": r"tortur\w+|violación|violaron|violad[ao]|violencia sexual|abusos? sexual(?:es)?",
        "fa": r"شکنجه\w*|تجاوز\w*|خشونت جنسی",
        "ps": r"شکنج\w+|جنسي (?:تېری|تاوتریخوال\w*)",
    },
    "why-not": {
        "en": r"why (?:did|do|does|have|had|were|was)(?:n't| .{0,20}\b(?:not|never))|"
        r"why (?:not|never)",
        "uk": r"чому .{0,30}\b(?:не|ніколи)",
        "ru": r"почему .{0,30}\b(?:не|никогда)",
        "ar": r"(?:لماذا|ليش) (?:\S+ ){0,2}(?:لم|لا|ما)",
        "fr": r"pourquoi .{0,30}\b(?:pas|jamais)",
        "es": r"por qué (?:\w+ ){0,2}(?:no|nunca)",
        "fa": r"چرا (?:\S+ ){0,4}ن\S+",
        "ps": r"ولې (?:\S+ ){0,4}(?:نه|ونه)",
    },
    "twice": {
        "en": r"are you (?:really |quite )?(?:sure|certain)|i ask(?:ed)? you (?:again|before)",
        "uk": r"ви (?:точно )?впевнен\w+|(?:ще раз|вдруге) (?:за)?пит\w+|"
        r"(?:за)?питаю (?:ще раз|вдруге)",
        "ru": r"вы (?:точно )?уверен\w+|(?:ещ[её] раз|снова) (?:с|за)пр\w+|"
        r"спрашиваю (?:ещ[её] раз|снова)",
        "ar": r"هل (?:أنت|انت) متأكد\w*|أسألك (?:مرة أخرى|ثانية)",
        "fr": r"(?:êtes-vous|vous êtes) (?:vraiment )?sûre?|"
        r"je vous (?:re)?demande (?:encore|à nouveau)",
        "es": r"está(?:s)? (?:realmente )?segur[oa]|(?:otra vez|de nuevo) le pregunto",
        "fa": r"مطم[ئی]ن هستید|دوباره می‌?پرسم",
        "ps": r"ډاډه یاست|ډاډمن یاست|بیا (?:مو )?پوښتم",
    },
    "guilt": {
        "en": r"(?:mother|father|parents?|mum|dad)\b.{0,40}\b(?:guilt\w*|crimes?|wrong|bad)",
        "uk": r"(?:мам\w*|матір|мати|тат\w*|батьк\w*)\b.{0,40}\b(?:винн\w*|злочин\w*|поган\w*)",
        "ru": r"(?:мам\w*|мать|матер\w*|пап\w*|отец|отц\w*|родител\w*)\b.{0,40}\b"
        r"(?:виноват\w*|преступл\w*|плох\w*)",
        "ar": r"(?:أم|أب|أبو|أبي|والد)(?:ك|كم|ت?ك)\b.{0,40}\b(?:ال)?(?:ذنب|مذنب\w*|جريمة|سيئ\w*)",
        "fr": r"(?:mère|père|parents?|maman|papa)\b.{0,40}\b(?:coupables?|crimes?|faute|mal)",
        "es": r"(?:madre|padres?|mamá|papá)\b.{0,40}\b(?:culpables?|culpa|delitos?|crimen|malo)",
        "fa": r"(?:مادر|پدر|والدین)\S*.{0,40}(?:گناه\S*|مقصر|جرم)",
        "ps": r"(?:مور|پلار)\S* .{0,40}(?:ګناه\S*|جرم)",
    },
    "border": {
        "en": r"smuggl\w+|traffickers?|how much did (?:you|they) pay|"
        r"who (?:helped|took|brought) .{0,20}\b(?:across|over the border)",
        "uk": r"контрабанд\w+|перевізник\w*|скільки (?:ви |ти )?заплатил\w+|"
        r"хто .{0,25}через кордон",
        "ru": r"контрабанд\w+|перевозчик\w*|сколько (?:вы |ты )?заплатил\w+|"
        r"кто .{0,25}через границу",
        "ar": r"(?:ال)?مهرب(?:ين|ون|ك|كم)?|كم دفعت\w*|من .{0,25}عبر الحدود",
        "fr": r"passeurs?|combien .{0,20}\bpay\w+|qui .{0,25}\bla frontière",
        "es": r"traficantes?|coyotes?|polleros?|cuánto .{0,15}\bpag\w+|quién .{0,25}\bla frontera",
        "fa": r"قاچاق\S*|چقدر پول .{0,12}داد\S*|چند پول",
        "ps": r"قاچاق\S*|څومره پیسې .{0,15}ورکړ\S*",
    },
    "dialect": {
        "en": r"dialects?|pronounc\w+|accents?|how do you say",
        "uk": r"діалект\w*|говірк\w+|вимов\w+|акцент\w*|як (?:ви )?скажете",
        "ru": r"диалект\w*|произнес\w+|произнош\w+|акцент\w*|как (?:вы )?скажете",
        "ar": r"(?:ال)?لهج\w+|انطق\w*|كيف تقول\w*",
        "fr": r"dialectes?|prononc\w+|accents?|comment dites-vous",
        "es": r"dialectos?|pronunci\w+|acento|cómo (?:se )?dice\w*",
        "fa": r"لهجه\S*|گویش\S*|تلفظ\S*|چطور می‌?گویید",
        "ps": r"لهج\w+|ګړدود\w*|تلفظ|څنګه وایی",
    },
}

LEADING: dict[str, str] = {
    "en": r"(?:isn|aren|didn|wasn|weren|haven|don|doesn)'t (?:it|you|they|he|she|that)|"
    r"is it true|it is true that|(?:, )?right\?",
    "uk": r"чи правда|це правда|правда ж|чи не так|хіба",
    "ru": r"правда ли|это правда|не так ли|разве|верно ли",
    "ar": r"أليس|ألم|هل صحيح|أليس كذلك",
    "fr": r"n'est-ce pas|est-il vrai|c'est vrai que",
    "es": r"¿?(?:no es )?(?:es )?(?:verdad|cierto) que|¿verdad\?|¿no\?",
    "fa": r"آیا درست است|مگر|این طور نیست|اینطور نیست",
    "ps": r"ایا سمه ده|داسې نه ده",
}
"""Turns of phrase that put the wanted answer into the question."""

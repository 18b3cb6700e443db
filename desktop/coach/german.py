"""The coach's German vocabulary: regular expressions as data, matched against lower-case text."""

from desktop.coach.vocabulary import Vocabulary

_KEY_SURE = r"(?:\bkrs?[ -]?\d*\b|\bkey[- ]results?\b|\bschlüsselergebnis\w*|\bokrs?\b|\bokr-\w+|\bobjectives?\b)"
_YOU = r"(?:du|dich|dir|dein\w*|sie|er|ihn|ihm|ihr\w*|sein\w*|@+)"
_TRAITS = (
    r"(?:faul\w*|schlampig\w*|arrogant\w*|aggressiv\w*|emotional\w*|schwierig\w*|stur\w*|launisch\w*|unreif\w*|unprofessionell\w*|egoistisch\w*|unzuverlässig\w*"
    r"|unmotiviert\w*|inkompetent\w*|dumm\w*|brillant\w*|genial\w*|ein genie|überheblich\w*|schüchtern\w*|unsicher\w*|chaotisch\w*|langsam\w*|passiv\w*|naiv\w*|unehrlich\w*|nett\w*"
    r"|lieb\w*|ein naturtalent|perfektionist\w*|introvertiert\w*|extrovertiert\w*|ehrgeizig\w*|zickig\w*|empfindlich\w*|unfreundlich\w*|klug\w*|intelligent\w*|begabt\w*"
    r"|ruhig\w*|laut\w*|zynisch\w*|ungeduldig\w*|unhöflich\w*|respektlos\w*|nachlässig\w*|vergesslich\w*|unbelehrbar\w*|ein(?:e|en)? (?:\w+ )?(?:diva|star|zicke|besserwisser\w*|held\w*|egoist\w*)"
    r"|teamplayer\w*|teamfähig\w*|kalt\w*|distanziert\w*|dominant\w*|bequem\w*|undiszipliniert\w*|verplant\w*|toll\w*|großartig\w*)"
)
_TRAIT = (
    rf"(?<!\w)(?:du|er|sie|@+) (?:bist|ist|warst|war|wirkst|wirkt|scheinst|scheint|bleibst|gilt(?:st)? als)(?: [\w-]+,?){{0,4}}? {_TRAITS}(?!\w)(?! (?:zu (?:finden|lesen|erreichen)|fall|aufgabe|kunde))"
    rf"|(?<!\w)(?:bist|ist|warst|war) (?:du|er|sie|@+)(?: [\w-]+,?){{0,3}} {_TRAITS}(?!\w)"
    rf"|\b(?:finde|halte|nenne) (?:dich|ihn|sie|@+)(?: [\w-]+){{0,4}} {_TRAITS}(?!\w)|\b{_TRAITS} (?:mensch|person|typ|kollegin|kollege|mitarbeiter(?:in)?|art|haltung|einstellung)\b"
)
_ABSOLUTE = r"(?:immer|nie|niemals|ständig|dauernd|jedes mal|jedesmal|andauernd|ausnahmslos|kein einziges mal|permanent|ewig|stets)"
_ALWAYS = rf"(?<!\w){_YOU} (?:(?!wenn\b|ob\b|dass\b)[\wäöüß'-]+,? ){{0,5}}{_ABSOLUTE}\b|^\W*{_ABSOLUTE} (?:[\wäöüß]+ ){{0,3}}{_YOU}\b|\b{_ABSOLUTE} (?:kommst|bist|machst|vergisst|unterbrichst) du\b"

GERMAN = Vocabulary(
    masks=(
        r"zielgruppe\w*|zieldatum\w*|zielmarkt\w*|zielwert(?:e|es)? des sensors|zieltemperatur\w*|git[- ]commits?|commit-\w+|stretching",
        r"bonus(?:modul|rechner|seite|funktion|programm|system|karte|punkte)\w*|prämien(?:modul|rechner|seite)\w*",
        r"(?:kunden|app|gäste|hotel|produkt|sterne|google|nutzer|lieferanten|risiko)[- ]?bewertung\w*|bewertung(?:en)? (?:der|von|im) (?:kund\w+|gäst\w+|app\w*|store|nutzer\w*|produkt\w*)",
        r"(?:nps|lighthouse|kredit|audit|test|risiko|credit|qualitäts)[- ]?(?:score|wert|note)s?",
        r"gehalts(?:abrechnung|lauf|modul|software|umfrage|seite|lücke)\w*|lohn(?:abrechnung|lauf|buchhaltung|fehler)\w*|bezahlt\w* (?:anzeigen|nutzer)|(?:kund\w+|nutzer\w*|gäste|die) (?:\w+ )?(?:be)?zahlen\b|zahlungs\w+|bezahl(?:seite|vorgang|system)\w*",
        r"werbe(?:aktion|kampagne)\w*|beförderung (?:der|von) (?:waren|gütern|gästen|paketen)|(?:kunden|liefer|wartungs|miet|rahmen|dienst|api)[- ]?vertr\w+|vertr(?:ag|ags|äge|ägen) mit \w+|vertragstest\w*",
        r"gesundheits(?:check|wesen|app|daten|amt|portal)\w*|krankenhaus\w*|krankenkasse\w*|kinder(?:station|garten|buch|klinik|zimmer|krankheiten)\w*|familien(?:tarif|betrieb|karte)\w*|gewerkschaftskunde\w*|alter(?:s)? (?:der|des) (?:tickets?|geräte|maschinen|lager\w*|system\w*)|fehlerdiagnose\w*|diagnose (?:des|der) (?:fehlers?|störung|ausfalls)|elternknoten|elternelement\w*",
        r"(?:code|design|entwurfs)[- ]?(?:review|prüfung)s?|grüne (?:energie|wiese)|rote(?:r|n)? faden|fehlerrate\w* [^;!?]*\d[.,]\d+",
        r"faire bezahlung",
    ),
    things=r"(?:modul\w*|seiten?|software|apps?|werkzeuge?|tabellen?|formulare?|berichte?|umfragen?|portale?|systeme?|produkte?|kampagnen?|videos?|daten|statistik\w*|handb\w+|artikel\w*|dokumente?|dateien?)",
    key=_KEY_SURE + r"|\bziel(?:e|en|s|es)?\b|\bzielerreichung\w*",
    key_sure=_KEY_SURE + r"|\bzielerreichung\w*",
    scored="scor",
    score=(
        r"(?:\bscores?\b|\bgescor\w+|\berreich\w+|\bverfehl\w+|\bgeschafft\b|\babgeschlossen\b|\berfüll\w+|\bnicht geschafft\b|\b(?:rot|gelb|grün)\b|\bkonfidenz\w*|\bzuversicht\w*|\bergebnis\w*"
        r"|\b\d+ ?(?:%|prozent)|\b[01][.,]\d{1,2}\b|\blag(?:en)? bei\b|\bendete?n?\b|\bgelandet\b|\bkam(?:en)? (?:nur )?auf\b|\bstehen? (?:bei|auf)\b|\bschnitt\b|\bdurchschnitt\w*|\bstufe\b|\bstand bei\b|\bpunkt\w*|\bnote\b|\b\d (?:von|aus) \d)"
    ),
    grade=(
        r"(?:\b(?:okr|key[- ]result|durchschnittliche[rn]?|niedrige[rn]?|hohe[rn]?|dein\w*|sein\w*|ihr\w*|die|der|dem|den|solche\w*)[- ](?:\w+[- ])?scores?\b|\bokr-(?:score|note|wert|ergebnis)\w*"
        r"|(?<![\d€$£])\b(?:0[.,]\d{1,2}|1[.,]0)(?=\s*(?:$|[.,;:!?)\"'→=/-]|(?:und|oder|auf|in|bei|für|am|im|so|als|weil|da|ist|war|kann|können|ergibt|ergeben|entspricht|entsprechen|macht|machen|landet|liegt|bleibt|bleiben|landen|kommt|erreicht|abgeschlossen|gelandet|geschafft|bewertet|heißt|bedeutet|gibt|wird|werden|beendet|führt|reicht)\b)))"
    ),
    level=(
        r"(?:\b(?:nur|ohne|bis|auf|unter|über|erreicht\w*|verfehlt\w*|nicht|kein\w*|wenn du|bei) (?:den |das |die |dem )?(?:commit|target|stretch)\b|\b(?:commit|target|stretch) (?:\w+ )?(?:erreich\w+|schaff\w+|verfehl\w+|bei)\b|\b(?:commit|target|stretch)(?:-\w+)? (?:erreicht|verfehlt|geschafft|nicht|bringt|heißt|zahlt|bedeutet)\b"
        r"|\b(?:commit|target|stretch)-(?:niveau|stufe|level|ergebnis\w*)|^\W*(?:commit|target|stretch)\b)"
    ),
    pay=(
        r"(?:\bbonus(?:se|zahlung\w*|topf)?\b|\bboni\b|\bprämien?\b|\bgehalt(?:s|es|serhöhung\w*|srunde\w*|sschritt\w*|ssteigerung\w*)?\b|\bgehälter\w*|\blohnerhöhung\w*|\blohn\b|\bbezahl(?:ung|t)\b|\bzulagen?\b|\bprovision\w*"
        r"|\bvariable[rn]? (?:anteil\w*|vergütung|teil\w*)|\bvergütung\w*|\bausschüttung\w*|\bauszahl\w+|\b(?:mehr|weniger|zusätzliches|kein|extra) (?:geld|gehalt|lohn)\b|\baktien\w*|\btantiemen?\b|\bweihnachtsgeld\b|\bsonderzahlung\w*|\bmehr verdien\w+|\b\d+ ?(?:€|euro) (?:extra|mehr|prämie))"
    ),
    rating=(
        r"(?:\bbeurteil\w+|\bbewertung\w*|\bbewertet\w*|\bgesamtnote\w*|\bnote\b|\bbeförder\w+|\bvertrag\w*|\bverläng\w+|\bbefördern\b|\bkündig\w+|\babmahn\w*|\bentlass\w+|\bkarriere\w*|\bteamleit\w+|\bführungs(?:rolle|position|kraft)\w*"
        r"|\brangliste\w*|\bleistungs(?:beurteilung|bewertung|stufe|problem|verbesserungsplan)\w*|\bmitarbeitergespräch\w*|\bjahresgespräch\w*|\bprobezeit\w*|\bentfrist\w+|\bfestanstellung\w*|\blow performer\b|\bhigh performer\b|\bminderleist\w+"
        r"|\b(?:stufe|kategorie) (?:[a-f]|\d)\b|\bübertrifft die erwartungen\b|\bunter den erwartungen\b|\berfüllt die erwartungen\b|\bhochgestuft\b|\bherabgestuft\b|\bherunter(?:ge)?stuf\w*|\bsenior\b|\bnachfolge\w*|\bdein(?:en)? job\b|\bzeugnis\w*)"
    ),
    tight=(
        r"(?:->|→|=|(?:\bhäng\w+ (?:\w+ ){0,3}(?:ab|an|von|davon)\b|\babhängig\w*|\bdaran hängt\b|\bverknüpf\w+|\bgekoppelt\b|\bfließ\w+|\bfloss\w*|\beinfließ\w+|\beingefloss\w+|\bzähl\w+|\bgewicht\w+|\bfolgt\b|\bbestimm\w+|\bentscheid\w+|\bauf (?:der )?(?:basis|grundlage)\b"
        r"|\bsofern\b|\bwenn\b|\bfalls\b|\bvorausgesetzt\b|\bnur dann\b|\bwegen\b|\baufgrund\b|\bweil\b|\bda\b|\bdank\b|\bführ\w+ zu\b|\bberücksichtig\w+|\bin anbetracht\b|\bangesichts\b|\bergibt\b|\bmacht\b|\bspiegel\w+|\bdeshalb\b|\bdaher\b|\balso\b|\bdamit\b|\berrechn\w+|\bberechn\w+|\bentsprech\w+))"
    ),
    result=(
        r"(?:\b(?:deshalb|daher|deswegen|darum|folglich|somit|also|infolgedessen)\b|\baus diesem grund\b|\bdas (?:heißt|bedeutet|kostet)\b|\bkein(?:e|en)? (?:bonus|prämie|erhöhung|beförderung|gehaltserhöhung)\b"
        r"|\b(?:gekürzt|gestrichen|reduziert|halbiert|verschoben|abgelehnt|entfällt|entfallen)\b|^\W*(?:bonus|note|gehalt|bewertung|prämie)\s*[:=]|->|→)"
    ),
    policy=(
        r"(?:\b(?:nicht|nie|niemals|kein\w*|weder|nichts|niemand|ohne|nirgends)\b[^.;!?]{0,60}\b(?:einfluss|beeinfluss\w+|entscheid\w+|auswirk\w+|rolle|zusammenhang|verknüpf\w+|zähl\w+|fließ\w+|ein(?:ge)?floss\w*|gekoppelt|bestimm\w+|thema|bezug|grundlage|genutzt|verwendet|herangezogen|zu tun|ab|davon|wirkt)\b"
        r"|\b(?:scores?|okrs?|key results?|ergebnisse) (?:\w+ ){0,3}(?:beeinfluss\w+|entscheid\w+|zähl\w+|fließ\w+|bestimm\w+|haben|spielen|wirken|sind|gehen)\b[^.,;!?]{0,40}\b(?:nicht|nie|niemals|kein\w*|weder|nichts)\b|\bunabhängig\b|\bgetrennt\w*|\bgesondert\w*|\beigene[ns]? gespräch\b|\banderes gespräch\b|\bein anderes thema\b|\babgeschafft\b|\bnicht mehr\b|\bhat nichts\b|\bbleiben? (?:außen vor|im team|draußen|beim team)\b|\bweder\b[^.;]{0,60}\bnoch\b)"
    ),
    cause=r"(?:\b(?:weil|da|deshalb|daher|also|wegen|aufgrund|dank|entscheidet|zählt)\b|->|→)",
    turn=r"(?:\baber\b|\bjedoch\b|\baußer\b|\ballerdings\b|\bobwohl\b|\btrotzdem\b|;|\bes sei denn\b|\bdennoch\b)",
    exception=r"(?:\b(?:diesmal|dieses mal|in deinem fall|hier|heute|dieses jahr|ausnahme)\b)",
    speaks=r"\W*(?:objective|ziel|kr ?\d*|key result ?\d*|schlüsselergebnis ?\d*|okr)\s*:",
    person=r"\b(?:du|dich|dir|dein\w*|er|ihn|ihm|sie|ihr\w*|sein\w*)\b",
    protected_sure=(
        r"(?:\bschwanger\w*|\bmutterschutz\w*|\belternzeit\w*|\bkrankheitstage\w*|\bkrankgeschrieben\b|\bkrankschreibung\w*|\bdepress\w+|\bkrebs(?:erkrankung|krank\w*)?\b|\bburn-?out\w*|\badhs\b|\bautis\w+|\bbehinder\w+|\bschwerbehinder\w+"
        r"|\bdiabet\w+|\bepilep\w+|\bfehlgeburt\w*|\bwechseljahre\w*|\bmuslim\w*|\bchristlich\w*|\bjüdisch\w*|\bkatholisch\w*|\bramadan\b|\bkopftuch\w*|\bschwul\w*|\blesbisch\w*|\bhomosexuell\w*|\btransgender\b|\bgewerkschaft\w*"
        r"|\bbetriebsrat\w*|\bpsychisch\w*|\btherapie\w*|\bkinderwunsch\w*|\basthma\w*|\brheuma\b|\bmigräne\w*|\bchronisch krank\w*|\breha\b|\balkohol\w*)"
    ),
    protected_near=(
        r"(?:\bkind(?:er|ern|es)?\b|\bbaby\w*|\bfamilie\w*|\behemann\b|\behefrau\b|\bverheiratet\b|\bhochzeit\b|\bscheidung\b|\bgeschieden\b|\bmutter\b|\bvater\b|\bkrank\w*|\bgesundheit\w*|\barzt\w*|\bdein(?:em|es)? alter\w*|\bsein(?:em|es)? alter\w*|\bihr(?:em|es)? alter\w*"
        r"|\bzu alt\b|\bzu jung\b|\brente\b|\bruhestand\b|\bglauben\b|\breligi\w+|\bkirche\b|\bmoschee\b|\bbeten\b|\bherkunft\b|\bakzent\b|\bausländ\w+|\bnationalität\b|\bhautfarbe\b|\bpolitisch\w*|\bpartei\b|\bgewählt\b|\bstreik\w*|\brücken(?:probleme|schmerzen|leiden)\b|\bpflege (?:deiner|seiner|ihrer)\b|\bals frau\b|\bals mutter\b|\bals mann\b|\bpartner(?:in)?s?\b|\btürk\w+|\bpolnisch\w*)"
    ),
    trait=_TRAIT,
    trait_phrases=(
        r"(?:\b(?:schlechte|negative|falsche|miese|tolle) (?:einstellung|haltung)\b|\b(?:dein|sein|ihr)e? (?:charakter|persönlichkeit|ego|faulheit|arroganz|sturheit|art|temperament|wesen)\b(?! (?:zu (?:arbeiten|fragen)))|\bkein(?:e)? (?:führungspersönlichkeit|teamplayer\w*|führungskraft)\b"
        r"|\bfehlt (?:es )?(?:dir|ihm|ihr)? ?(?:an )?(?:der |jeder |jeglicher )?(?:biss|antrieb|ehrgeiz|motivation|reife|engagement|wille)\b|\bgeborene[rn]? (?:anführer|führungskraft|leader)\w*|\bnicht belastbar\b|\bnicht teamfähig\b)"
    ),
    always=_ALWAYS,
    reported=r"\b(?:du|er|sie|@+) (?:sagtest|sagst|sagte|erzähltest|erzählte|schriebst|schrieb|meintest|meinte|hast gesagt)\b[^;.]*",
    named=r"(?:(?<=^)|(?<=[\s,(]))[A-Z][a-zäöüß]{2,}(?= (?:ist|war|wirkt|kommt|macht|hat) (?:immer|nie|ständig|faul|oft|zu|sehr|einfach|ein|eine)\b)",
    not_names=("Das Dies Es Die Der Alles Nichts Niemand Jemand Jeder Arbeit Umsatz Bonus Gehalt Montag"),
    hearsay=(
        r"(?:\b(?:ich )?(?:habe|hab) gehört\b(?! wie du)|\bich (?:höre|hörte)\b|\bman (?:sagt|hört|erzählt|munkelt)\b|\bes heißt\b|\bangeblich\b|\bgerücht\w*|\bes wird (?:erzählt|gemunkelt|gesagt)\b|\b(?:einige|manche|mehrere|viele|andere|ein paar|die anderen) (?:kolleg\w+ |leute |kund\w+ )?(?:sagen|meinen|finden|erzählen|haben (?:\w+ )?(?:gesagt|erzählt|erwähnt|beschwert)|beschweren|denken|fühlen)\b"
        r"|\bmir wurde (?:gesagt|erzählt|zugetragen|berichtet)\b|\b(?:jemand|irgendwer) (?:hat|sagte|erzählte|meinte)\b|\b(?:deine|die) kolleg\w+ (?:sagen|meinen|finden|erzählen)\b|\b(?:alle|jeder) (?:weiß|wissen|sagen|sagt|meinen)\b|\boffenbar hast du\b|\bes gab (?:\w+ )?beschwerden\b|\bhinter deinem rücken\b|\bwie man hört\b|\bvom hörensagen\b|\bhörensagen\b|\bdie leute sagen\b)"
    ),
)

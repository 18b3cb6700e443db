"""The coach's Italian vocabulary: regular expressions as data, matched against lower-case text."""

from desktop.coach.vocabulary import Vocabulary

_KEY_SURE = r"(?:\bkrs?[ -]?\d*\b|\bkey[- ]results?\b|\brisultat[oi] chiave\b|\bokrs?\b|\bobjectives?\b)"
_TRAITS = (
    r"(?:pigr[oa]|arrogante|aggressiv[oa]|emotiv[oa]|difficile|testard[oa]|lunatic[oa]|immatur[oa]|poco professionale|egoista|inaffidabile|poco affidabile|demotivat[oa]|incompetente|stupid[oa]|brillante|geniale|un genio"
    r"|presuntuos[oa]|timid[oa]|insicur[oa]|caotic[oa]|disordinat[oa]|lent[oa]|passiv[oa]|ingenu[oa]|disonest[oa]|simpatic[oa]|gentile|un talento naturale|perfezionista|introvers[oa]|estrovers[oa]|ambizios[oa]|permalos[oa]|sensibile"
    r"|intelligente|dotat[oa]|silenzios[oa]|rumoros[oa]|cinic[oa]|impaziente|maleducat[oa]|scortese|sciatt[oa]|distratt[oa]|smemorat[oa]|una diva|una stella|un bullo|fredd[oa]|distante|superficiale|negativ[oa]|ostinat[oa]|scontros[oa]|una rockstar|svogliat[oa])"
)
_BE = r"(?:sei|eri|(?:(?:lui|lei|@+) )(?:è|era)|è (?=troppo|molto|un po|davvero|proprio|semplicemente)|sembri|sembra|appari|appare|ti mostri|si mostra|resti|resta)"
_TRAIT = (
    rf"(?<!\w){_BE} (?:[\w']+ ){{0,4}}?{_TRAITS}(?!\w)(?! (?:da (?:trovare|leggere|raggiungere)|per il cliente))"
    rf"|\bti (?:trovo|considero|ritengo) (?:[\w']+ ){{0,3}}{_TRAITS}(?!\w)|\b(?:lo|la) (?:trovo|considero|ritengo) (?:[\w']+ ){{0,3}}{_TRAITS}(?!\w)|\b(?:persona|collega|uomo|donna|dipendente|atteggiamento|carattere) {_TRAITS}(?!\w)"
)
_ABSOLUTE = r"(?:sempre|mai|costantemente|continuamente|ogni volta|tutte le volte|di continuo|senza eccezioni)"
_VERB = r"(?:arriv|dimentic|interromp|sba[gl]|consegn|ascolt|rispond|finisc|prepar|parl|critic|perd|rimand|controll|cambi|lament|rispett|vien|fa|fai|sei|hai|ha|è|riesc|trov|manten|aiut)\w*"
_ALWAYS = rf"(?<!\w)(?:tu |lui |lei |loro |@+ |non |ti |si |gli |le )?{_VERB} (?:[\w']+ ){{0,2}}{_ABSOLUTE}\b|^\W*{_ABSOLUTE},? (?:che )?(?:ti |si |non )?{_VERB}|\b(?:tu|lui|lei|@+) (?:non )?{_ABSOLUTE} {_VERB}|\b(?:i tuoi|le tue|la tua|il tuo|il suo|la sua) [\w']+ (?:non )?(?:è|sono) (?:quasi )?{_ABSOLUTE}\b"

ITALIAN = Vocabulary(
    masks=(
        r"(?:pubblico|clienti|gruppo|data|mercato) (?:di )?target|target (?:di clienti|di pubblico)|git commit\w*|messaggi\w* di commit|stretching",
        r"(?:modulo|pagina|calcolo|funzione|programma|sistema) (?:dei |del |di )?(?:bonus|premi\w*)|bonus (?:fedeltà|clienti)",
        r"(?:valutazion[ei]|voto|voti|stelle|punteggio) (?:dell'|della |delle |dei |degli |del |di )?(?:app\w*|client\w+|ospit\w+|hotel|prodotto|fornitor\w+|google|utent\w+|audit|test|rischio|accessibilità)",
        r"(?:buste? paga|cedolin[oi]|paghe)|(?:i |gli |le |dai |dei )?(?:clienti|utenti|ospiti) (?:che )?pag\w+|pagament\w+|pagare (?:online|entro|in anticipo|la fattura)",
        r"promozion[ei] (?:estiv[ae]|invernal[ei]|di primavera|natalizi[ae]|del prodotto|di vendita|sul sito)|campagn[ae] promozional[ei]|contratt[oi] (?:con|dei clienti|di fornitura|di manutenzione|quadro|del fornitore)",
        r"(?:stato|controllo) di salute del (?:server|sistema)|reparto (?:pediatrico|bambini)|famiglia di prodotti|età (?:dei|delle|del) (?:ticket|macchin\w+|server|impianti|biglietti)|diagnosi (?:del guasto|dell'errore|del problema)|chiav[ei] estern\w+|origine (?:dei dati|dell'errore|del problema|del guasto)",
        r"energia verde|filo rosso|tasso di errore[^;!?]*\d[.,]\d+|equa retribuzione",
    ),
    things=r"(?:modul[oi]|pagin[ae]|software|app|strument[oi]|tabell[ae]|document[oi]|sondagg[io]+|portal[ei]|sistem[ai]|prodott[oi]|video|dati|statistich\w+)",
    key=_KEY_SURE + r"|\bobiettiv[oi]\b",
    key_sure=_KEY_SURE,
    scored="punteggi",
    score=(
        r"(?:\bpunteggi\w*|\bscore\b|\braggiun\w+|\bmancat\w+|\bfallit\w+|\bcompletat\w+|\bcompletamento\b|\bchius\w+|\brisultat[oi]\b(?! chiave)|\b(?:ross[oiae]|giall[oiae]|verd[ei])\b|\bfiducia\b|\b\d+ ?(?:%|per cento)|\b[01][.,]\d{1,2}\b"
        r"|\bmedia\b|\blivello\b|\bferm[oia]\b|\bfinit\w+|\barrivat\w+|\bscars\w+|\b\d su \d)"
    ),
    grade=(
        r"(?:\b(?:punteggio|punteggi|score) (?:okr|finale|medio|basso|alto|dei key results?|dei kr|degli okr|dei risultati chiave)|\b(?:il tuo|il suo|con un|un) punteggio\b|\bi (?:tuoi|suoi) punteggi\b"
        r"|(?<![\d€$£])\b(?:0[.,]\d{1,2}|1[.,]0)(?=\s*(?:$|[.,;:!?)\"'→=/-]|(?:e|o|su|in|per|quindi|perciò|è|era|non|al|alla|sul|del|significa|vuol|porta|dà)\b)))"
    ),
    level=(
        r"(?:\b(?:solo|niente|fino al|raggiun\w+|mancat\w+|sotto|sopra|oltre|nessun[oa]?|niente|senza|arriv\w+ a|al|il) (?:il |lo |a )?(?:commit|target|stretch)\b|\b(?:commit|target|stretch) (?:raggiunt\w+|mancat\w+|su|vale|paga|significa)|^\W*(?:commit|target|stretch)\b)"
    ),
    pay=(
        r"(?:\bbonus\b|\bpremi[oa]?\b(?! nobel)|\bstipendi\w*|\bretribuzion\w+|\bsalari\w*|\bpag(?:a|hiamo|ato)\b|\baument[oi]\b(?! (?:di|del|della|dei|delle) (?!stipendio|paga|salario|retribuzione))|\bcompens[oi]\b|\bprovvigion\w+|\bincentiv\w+|\bparte variabile\b|\bvariabile\b|\bazioni\b|\bpiù soldi\b|\bdenaro\b|\btredicesima\b|\b\d+ ?(?:€|euro) in più\b|\bguadagn\w+ (?:di )?(?:più|meno))"
    ),
    rating=(
        r"(?:\bvalutazion\w+|\bvaluto\b|\bvalutat[oa]\b|\bvoto\b|\bgiudizi[oi]\b|\bpromozion\w+|\bpromuov\w+|\bpromoss[oa]\b|\bcontratt[oi]\b|\brinnov\w+|\blicenzi\w+|\brichiam[oi]\b|\bcarriera\b(?! di)|\bcaposquadra\b|\bteam lead\b|\bresponsabile del team\b|\bclassifica\b"
        r"|\bperiodo di prova\b|\bassunzione\b|\bal di sotto delle aspettative\b|\bsupera le aspettative\b|\bscarso rendimento\b|\bproblema di rendimento\b|\bpiano di miglioramento\b|\bsenior\b|\bfascia\b|\bposto di lavoro\b|\bavanzamento\b)"
    ),
    tight=(
        r"(?:->|→|=|(?:\bdipend\w+|\blegat[oaie]\b|\bcollegat[oaie]\b|\bcont\w+ per\b|\bincid\w+|\binflui\w+|\bdetermin\w+|\bdecid\w+|\bin base\b|\bsulla base\b|\bse\b|\bpurché\b|\ba condizione\b|\bperché\b|\bpoiché\b|\bsiccome\b|\bdato\b|\bvisto che\b|\bgrazie\b|\ba causa\b|\bper via\b|\bquindi\b|\bperciò\b|\bpertanto\b|\bcosì\b|\bport\w+ a\b|\bcalcol\w+|\bpes[ao]\b|\bpesano\b|\briflett\w+|\bentra\w* n\w+|\bche giustifica\b|\bgiustific\w+|\bsegu\w+))"
    ),
    result=(
        r"(?:\b(?:quindi|perciò|pertanto|dunque|di conseguenza|per questo)\b|\bnessun (?:bonus|aumento|premio)\b|\bniente (?:bonus|aumento|premio|promozione)\b|\b(?:ridott[oa]|tagliat[oa]|annullat[oa]|rinviat[oa]|dimezzat[oa]|negat[oa])\b|^\W*(?:bonus|voto|stipendio|valutazione|premio)\s*[:=]|->|→)"
    ),
    policy=(
        r"(?:\b(?:non|mai|né|nessun[oa]?|niente|nulla|senza)\b[^.;!?]{0,50}\b(?:influi\w+|influenz\w+|incid\w+|decid\w+|determin\w+|cont\w+|dipend\w+|entr\w+|legat\w+|colleg\w+|ruolo|effetto|peso|usat\w+|parl\w+|tema|c'entra|rapporto|relazione|considerat\w+)\b"
        r"|\bindipendente\w*|\bseparat\w+|\ba parte\b|\bun altro (?:colloquio|incontro|discorso)\b|\bun'altra (?:conversazione|riunione)\b|\brest\w+ (?:fuori|al team|nel team|con il team)\b|\bné\b[^.;]{0,60}\bné\b|\babolit\w+|\bnon più\b|\bnon c'entra\w*|\bniente a che (?:fare|vedere)\b)"
    ),
    cause=r"(?:\b(?:perché|poiché|quindi|perciò|siccome|grazie|decide|conta)\b|->|→)",
    turn=r"(?:\bma\b|\bperò\b|\btuttavia\b|\btranne\b|\banche se\b|;|\ba meno che\b|\bcomunque\b)",
    exception=r"(?:\b(?:stavolta|questa volta|nel tuo caso|in questo caso|qui|oggi|quest'anno|eccezione)\b)",
    speaks=r"\W*(?:objective|obiettivo|kr ?\d*|key result ?\d*|risultato chiave ?\d*|okr)\s*:",
    person=r"\b(?:era|ha|tu|ti|tuo|tua|tuoi|tue|lui|lei|suo|sua|suoi|sue|gli|le|sei|hai|vuoi|puoi|eri|@+)\b",
    protected_sure=(
        r"(?:\bgravidanza\b|\bincinta\b|\bmaternità\b|\bpaternità\b|\bcongedo parentale\b|\bmalattia\b|\bmutua\b|\bdepress\w+|\btumore\b|\bcancro\b|\bburn-?out\b|\bansia\b|\badhd\b|\bautis\w+|\bdisabil\w+|\binvalid\w+|\bdiabet\w+|\bepiless\w+|\baborto\b|\bmenopausa\b"
        r"|\bmusulman\w+|\bcristian[oa]\b|\bebre[oa]\b|\bcattolic\w+|\bramadan\b|\bvelo islamico\b|\bgay\b|\blesbica\b|\bomosessual\w+|\btransgender\b|\bsindaca\w+|\bpsichiatr\w*|\bsalute mentale\b|\basma\b|\bemicrani\w+|\bterapia\b|\balcol\w*)"
    ),
    protected_near=(
        r"(?:\bfigl[ioae]\w*\b|\bbambin[oiae]\b|\bneonato\b|\bmarito\b|\bmoglie\b|\bsposat[oa]\b|\bmatrimonio\b|\bdivorzi\w+|\bseparazione\b|\bfamiglia\b|\bmadre\b|\bmamma\b|\bpadre\b|\bmalat[oaie]\b|\bsalute\b|\bmedic[oi]\b|\bla tua età\b|\balla (?:tua|sua) età\b|\btroppo (?:vecchi[oa]|giovane|anzian[oa])\b|\bpension\w+"
        r"|\breligion\w+|\bfede\b|\bchiesa\b|\bmoschea\b|\bpregh\w+|\borigin[ei]\b|\baccento\b|\bstranier\w+|\bnazionalità\b|\bcolore della pelle\b|\bpolitic\w+|\bpartito\b|\bsciopero\b|\bmal di schiena\b|\bproblemi (?:di|alla) (?:salute|schiena)\b|\bcome donna\b|\bin quanto donna\b|\bcompagn[oa]\b|\bavere figli\b)"
    ),
    trait=_TRAIT,
    trait_phrases=(
        r"(?:\b(?:brutto|pessimo|cattivo|negativo) (?:atteggiamento|carattere)\b|\bil (?:tuo|suo) (?:carattere|ego|temperamento|atteggiamento)\b|\bla (?:tua|sua) (?:pigrizia|arroganza|personalità|testardaggine|indole)\b|\bnon (?:sei|è) (?:un|una) (?:leader|persona di squadra|team player)\b|\bti manca (?:la |l')?(?:ambizione|grinta|motivazione|carattere|maturità|voglia)\b|\bgli manca (?:la |l')?(?:ambizione|grinta|motivazione|maturità)\b|\bleader nat[oa]\b|\bnon sai (?:accettare|stare))"
    ),
    always=_ALWAYS,
    reported=r"\b(?:hai detto|ha detto|mi hai detto|hai scritto|hai spiegato|dicevi)\b[^;.]*",
    named=r"(?:(?<=^)|(?<=[\s,(]))[A-Z][a-zà-ÿ]{2,}(?= (?:è|era|ha|sembra|arriva|non|sempre|mai)\b)",
    not_names=("Questo Questa Quello Tutto Niente Nessuno Qualcuno Ognuno Lavoro Bonus Stipendio Lunedì Non"),
    hearsay=(
        r"(?:\bho sentito (?:dire|che)\b|\bsi dice\b|\bdicono che\b|\bgira voce\b|\bcorre voce\b|\bvoci di corridoio\b|\bpettegolezz\w+|\ba quanto pare\b|\bpare che\b|\bmi (?:hanno|è stato) (?:detto|raccontato|riferito)\b|\b(?:alcuni|certi|molti|parecchi|gli altri|diversi|dei|i) (?:colleghi |clienti |altri )?(?:dicono|pensano|trovano|sostengono|si lamentano|si sono lamentati|mi hanno detto)\b"
        r"|\bqualcuno (?:mi ha|ha) (?:detto|visto|raccontato|sentito)\b|\bla gente dice\b|\btutti (?:sanno|dicono)\b|\bi tuoi colleghi (?:dicono|pensano|trovano)\b|\bci sono state lamentele\b|\bper sentito dire\b|\bdietro le tue spalle\b)"
    ),
)

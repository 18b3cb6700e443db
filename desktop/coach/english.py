"""The coach's English vocabulary: regular expressions as data, matched against lower-case text."""

from desktop.coach.vocabulary import Vocabulary

_KEY = r"(?:\bkrs?[ -]?\d*\b|\bkey[- ]results?\b|\bokrs?\b|\bobjectives?\b|\bgoals?\b)"
_VERBS = (
    r"(?:affect\w*|influenc\w*|decid\w*|used?|link\w*|effects?|depend\w*|tied|count\w*|follow\w*|impact\w*|determin\w*"
    r"|feed\w*|touch\w*|connect\w*|bearing|basis|based|consider\w*|role|part|reason|relat\w*|enter\w*|inform\w*|drive\w*"
    r"|change[sd]?|talk|speak|discuss|come into|say in|flow\w*|go into|matter\w*|taken into|look\w* at|weigh\w*|connection|criteri\w*|mix\w*)"
)

_TRAITS = (
    r"(?:lazy|sloppy|arrogant|abrasive|aggressive|emotional|difficult|bossy|careless|stubborn|negative|moody|immature|unprofessional|rude|selfish"
    r"|unreliable|unmotivated|incompetent|stupid|brilliant|genius|rock ?stars?|ninja|bubbly|hysterical|cold|timid|shy|weak|insecure|defensive"
    r"|hot-?headed|impatient|disorgani[sz]ed|chaotic|dull|slow|passive|pushy|intimidating|irrational|naive|clueless|dishonest|nice|lovely"
    r"|a natural(?: leader)?|superstar|hopeless|scatterbrained|know-it-all|soft|proud|bright|dim|gullible|greedy|cowardly|bossy|self-centred|self-centered|conceited|pretentious|control freak|perfectionist|introvert(?:ed)?|joy|ray of sunshine|angel|gem|treasure|legend|hero(?:ine)?|nightmare|pain|burden|loose cannon|weak link|dead weight|people pleaser|lone wolf|mother hen|troublemaker|egoist|dreamer|clown|cheerful|friendly|kind|charming|funny|likeable|pleasant|humble|modest|honest|loyal|trustworthy|tough|strict|harsh|nervous|anxious|insensitive|inflexible|rigid|superficial|thoughtless|forgetful|clumsy|messy|pedantic|nit-?picky|jealous|vain|spoilt|spoiled|talented|wise|clever|extrovert(?:ed)?|ambitious"
    r"|uncooperative|toxic|dramatic|high-maintenance|sensitive|unfriendly|egocentric|narcissis\w+|smart|intelligent|gifted|quiet|loud|nasty|bitter"
    r"|petty|grumpy|cynical|two-faced|loner|prima donna|pessimist\w*|diva|slacker|bully|slob|team player|drama queen|whiner|childish|cocky|blunt|opinionated)"
)


def _trait() -> str:
    """Return what judges a person: "you are (a bit) lazy", "I find him difficult", "a lazy person"."""
    copula = r"(?:is|are|was|were|be|been|being|seems?|appears?|becomes?|became|grown|turned|gotten|gets?|got|comes? across as|acts?|behaves?|came across as|remains?)"
    named = r"(?:(?:you|he|she|they|@+)(?:'re|'s| (?:\w+ ){0,2}" + copula + r"))"
    judged = r"(?:find|consider|called?|calls|think) (?:you|him|her|them|@+)(?: to be)?"
    people = r"(?:person|man|woman|guy|girl|colleague|employee|attitude|personality|manner|character|individual|worker)"
    ends = r"\b(?! (?:to (?:get|find|read|reach)|at work on|performers?|client|problem|task|migration|case|bug))"
    being = r"\b(?:being|act(?:s|ing)|behav(?:es|ing)|such) (?:so |too |this |that |a |an |such )*"
    after = rf"(?<!\w)(?:{named}|{judged}) (?:(?!in\b|on\b|with\b|by\b)[\w'-]+,? ){{0,5}}"
    return rf"{after}{_TRAITS}{ends}|{being}{_TRAITS}{ends}|\b{_TRAITS} {people}\b"


_ABSOLUTE = r"(?:always|never|constantly|every single time|all the time|without exception|not once|invariably|every time|at no time|forever|perpetually|continually)"


def _always() -> str:
    """Return what says always or never of a person."""
    who = r"(?:you|he|she|they|your|his|her|their|@+)(?:'re|'s|'ve|'ll)?"
    near = (
        rf"(?<!\w){who} (?:(?!if\b|that\b)[\w']+ ){{0,4}}{_ABSOLUTE}\b(?! [^.;]{{0,60}}\b(?:before|until now|so far)\b)"
    )
    follows = r"(?:late|wrong|rude|you|(?:do|does|did|have|has) (?:you|he|she|they))"
    whenever = r"\b(?:nobody|no one|nothing) (?:is|was|gets?) (?:ever )?\w+ by you\b|^\W*(?:every (?:single )?time|whenever|each time|without exception)\b[^.;]{0,60}\b(?:you|he|she|they|@+)\b"
    ends = rf"(?<!\w){who} (?:[\w'-]+[ ,]+){{0,10}}(?:every single time|all the time|without exception|every time)\W*$"
    mine = r"\b(?:i|we) (?:can|could|have|will|do) never (?:[\w']+ ){0,4}(?:you|your|him|his|her|them|their)\b"
    nothing = r"\bnothing (?:that )?(?:you|he|she|they|@+) (?:[\w']+ ){1,4}(?:is|are|was|works?) (?:ever|never)\b"
    return rf"{near}|{ends}|{mine}|{nothing}|^\W*{_ABSOLUTE} {follows}\b|{whenever}"


_TRAIT, _ALWAYS = _trait(), _always()

ENGLISH = Vocabulary(
    masks=(
        r"target (?:audience|groups?|date|market|customers?|users?|segment|state|architecture|platform|system)s?",
        r"bonus (?:module|calculation|tool|system|feature|screen|page|round|track|chapter|content|api|service|level)s?",
        r"(?:app(?: store)?|play store|guest|customers?|users?|product|star|credit|energy|safety|hotel|google|seller"
        r"|review site|course|driver|listener|supplier|vendor|efficiency|octane|bond|trustpilot|average star)"
        r"(?: star| review| satisfaction)? ratings?",
        r"(?:nps|net promoter|lighthouse|credit|csat|satisfaction|accessibility|test|risk|lead|quality|audit|health"
        r"|security|survey|engagement|performance test|trust|f1|bleu|apgar|page ?speed|exam|ces)[- ]scores?",
        r"scor(?:e[sd]?|ing) (?:a |an |the |another )?(?:\w+ )?(?:win|goals?|deal|points? with|contract|success|victory)",
        r"goal[- ]?(?:keeper|keeping|post|line)s?|objective (?:criteria|view|evidence|data|facts?)|objectively",
        r"(?:spring|summer|autumn|winter|sales|christmas|price|product|holiday|in-store|discount|black friday|weekend)"
        r" promotions?|promotions? (?:campaign|video|code|banner|page|budget|materials)s?|promot\w+ the \w+",
        r"git commits?|commit (?:history|messages?|log|hash|rights)|commits? (?:to|himself|herself|themselves)\b",
        r"commit(?:ted)? to (?:pair|help|shar|review|document|writ)\w*|stretch (?:assignment|break|project|role)s?",
        r"pay(?:s|ing|ed)? (?:close |more |much )?(?:attention|heed|tribute|off|lip service)|paid (?:close )?attention",
        r"raise[sd]? (?:concerns?|issues?|questions?|awareness|the (?:issue|question|bar|topic|alarm)|money|funds?|€"
        r"|\$|it|this(?! (?:year|quarter|time|month|spring|cycle))|risks?|tickets?|a (?:flag|ticket|concern|question|point|hand|risk|pull request))"
        r"|raise the training allowance|raised? (?:€|\$)?[\d.]+ ?(?:m|k|million)?\b",
        r"(?:customer|loyalty|referral) (?:reward|bonus)\w*(?: programme| program| scheme)?",
        r"enterprise-grade|grade (?:school|crossing)|production-grade|high-grade|up?grade[sd]?",
        r"(?:customers?|clients?|users?|guests?|patients?|buyers?|companies|labs?|tenants?|subscribers?|households) (?:who |that |actually |always |now |can |must |will |do not |don't |to )*(?:pay|paid|pays|paying)\b|(?:pay|paid|pays) (?:within|by (?:card|invoice|bank)|on time|in advance|online|late|early|upfront)"
        r"|(?:contracts?|agreement) (?:with|between|from) (?:the|a|an|our|new|two|three|all|both|\w+) |foreign keys?|married (?:the|two|both|up)|son[- ]et[- ]lumi\w+|(?:career|development|learning|personal|life) goals?",
        r"father-and-son|mother-and-child|parent-teacher|disabled (?:parking|toilets?|buttons?|fields?|accounts?|users?|features?|links?|by default)|sick[- ](?:notes?|building)|family[- ](?:business|firm|compan|office|doctor|room|run|owned|friendly)\w*|rates? of \w+",
        r"rat(?:e|ed|ing) (?:our|the|my|your|its|each) (?:confidence|risks?|likelihood|ideas?|impact|effort|priority|suppliers?|tickets?|bugs?|options?|leads?)",
        r"the bonus of (?:this|that|the|an?|it)\b|pay-by-\w+|tap[- ]to[- ]pay|(?:salary|pay) (?:corrections?|gap|bands?|slips?|errors?|runs?|statements?)|(?<!your )(?<!your next )(?<!your last )pay(?:roll|slips?|ments?|ing customers?"
        r"|wall|pal|load)s?\b(?: module)?|paid (?:ads?|users?|customers?|plans?|channel|search)",
        r"equity of \w+|(?:customer|supplier|service|rental|maintenance|framework|client|data|api|smart)[- ]contracts?"
        r"|contract renewals|contract (?:tests?|testing|negotiations?|templates?|management)|supplier premium",
        r"(?:code|design|security|incident|peer|pull request|architecture|literature|document|weekly|legal) reviews?",
        r"(?:full|customer|client|self)[- ]confidence|confidence (?:interval|in (?:her|his|your|their))",
        r"(?:next|new|sea|service|noise|stock|skill|eye|difficulty|log) levels? of|senior (?:engineers?|developers?|staff"
        r"|citizens?|clients?|customers?|colleagues?)|(?:the )?title of the \w+|page titles?|job titles? field",
        r"red (?:team|tape|thread|flag|cross|button|hat)|green (?:energy|light|field|party)|test suite (?:is|was) green",
        r"parental leave (?:requests?|guide|polic\w+|process|form|module|page)|family of \w+|(?:salary|contract|bonus|pay|promotion) (?:forms?|databases?|templates?|surveys?|guides?|exports?|pages?|software|scale to)\b|(?:retirement|family) planner|from a union|a union to|wheelchair users?|child (?:process|node|class|element|ticket|issue)(?:es|s)?|health (?:metrics?|checks?"
        r"|care|insurance|app|portal|sector|and safety)|european union|credit union|union (?:type|query|select|all)",
        r"(?:family|disability|maternity|sick leave|health|religio\w+|pregnan\w+|age) (?:tariff|plans? module|product"
        r"|insurance|form|polic\w+|tracker|app|page|workflow|dashboard|filter|field|group|statistics|report)s?",
        r"warning (?:after|lights?|messages?|email|banner|log|icon)|compiler warnings?|sends? a warning",
        r"error rate\w* [^;!?]*[01][.,]\d+(?: ?%)?|fair pay",
        r"(?:children|kids)'s (?:ward|hospital|books?|section|menu|clinic|programme|program|museum|room|furniture)|diagnos(?:is|es|ed|ing) (?:of )?(?:the|a|an|that|this)"
        r" (?:\w+ ){0,3}(?:fault|error|bug|problem|issue|failure|defect|outage|leak|crash)s?|single (?:\w+ )?(?:file|page|table|source|step|point|line|sign|list|place|view|customer|day|case|click|order|error|page)s?|parents? (?:class|ticket|company|folder|node|process|issue|account|in the)|(?:in|with|for|of|across|between|over) (?:the )?(?:partner|sister) (?:company|firm|team|site|portal|channel)\w*",
        r"(?:explained|said|told \w+|made clear|confirmed) that they do(?: not|n't)",
    ),
    things=(
        r"(?:modules?|features?|pages?|screens?|apis?|services?|calculators?|software|apps?|tools?|databases?|tables?|columns?|templates?"
        r"|reports?|surveys?|portals?|exports?|imports?|dashboards?|processes|systems?|products?|campaigns?|banners?|codes?|videos?|demos?|datasets?|data"
        r"|statistics|sectors?|markets?|wards?|clinics?|hospitals?|photographs?|photos?|guides?|polic(?:y|ies)|handbooks?|articles?|documents?|leaflets?|files?"
        r"|workflows?|integrations?|interfaces?|endpoints?|tests?|scripts?|queries|query|indexes|websites?|brochures?|podcasts?|newsletters?|fairs?|expos?|events?|festivals?)"
    ),
    key=_KEY,
    key_sure=r"(?:\bkrs?[ -]?\d*\b|\bkey[- ]results?\b|\bokrs?\b|\bobjectives?\b)",
    scored="scor",
    score=(
        r"(?:\bscor(?:e[sd]?|ing)\b|\bre-?scored\b|\bgrades?\b|\bgraded\b|\battain\w*|\bcompletion\b|\bcompleted?\b"
        r"|\bachiev\w*|\bmiss(?:ed|es|ing)?\b|\b(?:were|was|not|been) (?:\w+ )?met\b|\bhit(?:ting|s)?\b|\bfail\w*|\bfell short\b"
        r"|\b(?:red|amber|yellow|green)\b|\bconfidence\b|\bleaderboard\b|\bunmet\b|\bfulfil\w*|\baccomplish\w*|\bshortfall\b"
        r"|\bbehind plan\b|\bresults were\b|\bperformance\b|\bdeliver(?:ed|ing|y)\b|\bland(?:s|ed)?\b|\bstalled\b"
        r"|\bprogress\b|\bended\b|\bclosed\b|\boff track\b|\bon track\b|\b\d+ ?(?:%|percent|per cent)|\b[01][.,]\d{1,2}\b"
        r"|\breach(?:ed|es|ing)?\b|\bgets? to\b|\blevels?\b|\bdone\b|\bstay(?:s|ed)?\b|\bmake up\b|\bpercentage\b|\bscorecard\b|\bweak\b|\bmediocre\b|\bfinish\w*|\b(?:poor|good|strong|bad|great) (?:okr |key[- ]result )?results?\b|\b\d+ (?:out )?of \d|\bresults?\b(?= (?:in|of|for|at|were)\b))"
    ),
    grade=(
        r"(?:\b(?:okr|key[- ]result|final|average|overall|quarterly|cycle|low|lowest|poor|high|highest|your|his|her|their|the"
        r"|a|those|these|that|such) (?:final |low |average |quarterly )?scores?\b|\bscored (?:only |just |a |an )?[01][.,]\d"
        r"|^\W*scores\b|\bscores? (?:this|that|so|as) (?:low|high|bad|good|poor|weak)\b|\bscores? (?:above|below|under|over|of|at|from|around|between) [01][.,]\d|\bscores (?:like|of)\b|\bscores?\b(?= (?:decide|affect|drive|determine|count|set|feed|will|did|do))"
        r"|(?<![\d€$£])\b(?:0[.,]\d{1,2}|1[.,]0)(?=\s*(?:$|[.,;:!?)\"'→=/-]|(?:and|or|on|in|for|at|so|as|because|this|last|which|is|was|means|gets?|across|by|from|again|twice|over|average"
        r"|scores?|overall|per|should|will|would|could|since|while|but|to|here|now|then|against|puts?|makes?|rules?|after|before|with|instead)\b)))"
    ),
    level=(
        r"(?:^\W*(?:all|everything|both|mostly|only) (?:of (?:them|it) )?(?:green|red|amber|yellow)\b|\b(?:make|makes|making) (?:the |your |his |her )?(?:commit|target|stretch)\b|\btargets? (?:were |was |are )?(?:hit|met|reached|missed|achieved)\b|\b(?:hit|met|meets?|reach(?:ed|es|ing)?|miss(?:ed|es)?|achiev(?:ed?|es|ing)|hitting|meeting|missing|beat|beats|beating|exceed(?:ed|s)?) (?:(?:all|every|each|most|both|half|none|any|one|two|three|four|five|\d|of|out|the|your|his|her|their) ){1,5}targets?\b"
        r"|\b(?:reach\w*|hit\w*|miss\w*|at|to|past|made|met|made it to|got to|gets? to|only|no|below|above|beyond|under|land\w*"
        r"|clear\w*|get|getting|beat\w*|short of|exceed\w*) (?:only |your |the |its |his |her |their )?(?:commit|target|stretch)\b"
        r"|\b(?:commit|target|stretch) (?:results?|outcomes?|scores?)\b|\b(?:below|under|above) target again\b|\b(?:commit|target|stretch) (?:levels?|on|pays?|earns?|means|in|was|twice)\b|^\W*(?:commit|target|stretch)\b)"
    ),
    pay=(
        r"(?:\bbonus(?:es)?\b|\b(?:no|any|your|his|her|their|smaller|bigger|an?) (?:\w+ )?increase\b(?! (?:in|of|on) (?!pay|salar))"
        r"|\b(?:what|which|bigger|smaller|higher|get|got) raise\b|\byour (?:next |last )?payslip\b|\bpay ?(?:packet|cheque|rise|raise|increase|step)s?\b|\bwage step\b|\bpaychecks?\b|\b(?:another|additional|extra|plus|and|get|gets|receives?|earns?|worth|meant|means) (?:you |him |her |about |up to |a bonus of )?(?:€|\$|£)?[\d.,]+ ?(?:euros?|eur|dollars?|pounds?|€|k\b)|\b(?:receive[sd]?|got|gets?|earn\w*) (?:[\w.]+ ){0,2}(?:percent|per cent|%) (?:more|less|extra)\b|\bday off\b|\bgift card\b|\bvoucher for you\b|\bsomething extra\b|\bextra (?:money|pay|cash)\b|\bfinancially\b|\bpropos\w+ (?:[\w.]+ ){0,3}(?:%|percent\b|per cent\b)|\bthere(?:'s| is| are| will be) (?:€|\$|£)?[\d.,]+ ?(?:euros?|eur|dollars?|pounds?|€)|\bworth [\d.,]+ ?(?:euros?|eur|dollars?|pounds?|€)"
        r"|\bearned? more\b|\bextra [\d.,]+ ?(?:euros?|eur|k|dollars?|%)|\b(?:a|the|your|his|her|no|any|that|this|their|my|pay|salary|hold the|bigger|small|full|annual|merit)"
        r" raises?\b|\bsalar(?:y|ies)\b|\bpay\b|\bpaid (?:out|more|less)\b|\bpays? (?:nothing|\d)|\bpay-?(?:out|check|rise)s?\b"
        r"|\bcompensation\b|\bcommissions?\b|\bincentives?\b|\bequity\b|\brsus?\b|\bmerit (?:increase|pay|budget)\b"
        r"|\bvariable (?:pay|part|component|share)\b|\bdeduct\w*|\bstock (?:options?|grant)\b|\bremuneration\b|\bincrements?\b"
        r"|\bwages?\b|\bearn(?:s|ings)? (?:more|less|extra)\b|\bspot award\b|\bprofit share\b|\bpremium\b|\bmoney\b|\bgratuity\b"
        r"|\bstock\b(?= award)|\bcash\b|\b(?:13th|thirteenth) month)"
    ),
    rating=(
        r"(?:\bratings?\b(?! of (?:the|our|a)\b)|\bmark(?:ed|ing|s)? (?:you|him|her|them|it) (?:down|up|lower|higher)\b|\b(?:lower|higher|better|worse|personal|annual|best|worst) (?:grade|mark)s?\b"
        r"|\b(?:give|gave|giving|get|got|gets|earns?|deserves?) (?:you |him |her |them )?(?:only )?an? (?:[1-6]|[a-f]|[1-6] out of [1-9]+|\"[^\"]+\")(?!\w)|\bonly an? [1-6]\b"
        r"|\b(?:lead(?:ership)?|management|manager|head|senior|director) (?:position|role|job|post)\b|\b(?:position|job|role|post) (?:is|would be|will be) (?:yours|his|hers|theirs)\b"
        r"|\b(?:bottom|top|last|lower|upper|middle) (?:third |half |quarter |end )?(?:of|in) the (?:department|team|group|ranking|list|table|company|peer)\w*|\bcome[sd]? out (?:last|first|top)\b|\bcame out (?:last|first|top)\b"
        r"|\b(?:the|your|his|her|this) (?:performance )?review (?:says|reflects|shows|notes|will)\b|\b(?:right|wrong) (?:role|job|person|place) (?:for|in)\b|\b(?:your|his|her|my) job\b|\bhr (?:will|looks?|sees|wants|uses|takes|needs|asks)\b|\bbecome redundant\b"
        r"|\b(?:overall|final|my) (?:judge?ment|verdict|impression)\b|\b(?:your|his|her|my) review\b(?! (?:of|from|by))|\b(?:extend|renew)(?:s|ed|ing)? (?:\w+ )?contracts?\b|\bready for (?:the|a) (?:senior|lead|next|management|bigger)\b|\bfirst choice\b|\bjudge (?:whether|if|you|him|her)\b|\bpersonnel file\b|\bin your file\b|\bmakes (?:you|him|her) (?:\w+ )?(?:exceptional|outstanding)\b|\b(?:upper|lower|top|bottom|middle) (?:third|quarter|half|tier|band|quartile)\b|\b(?:insufficient|poor|weak|bad|excellent|outstanding|unsatisfactory|inadequate) performance\b(?! of (?:the|a|our))|\b(?:management|leadership|partner|fast) track\b|\binto (?:the|your|his|her) (?:\w+ )?(?:review|appraisal|assessment)\b|\b(?:overall|final|top|your|his|her|school) marks?\b(?! (?:up|in|on))|\b(?:partially|fully|mostly|only) meets\b|\bpermanent (?:post|job|role)\b|\btop perform(?:ance|er)\b|\b(?:keep|lose|keeping|losing|loses|keeps) (?:your|the|his|her|their) (?:position|job|role|place|seat)\b|\bmoved? (?:you |him |her )?(?:to|into) another (?:role|team|position|job)\b|\b(?:your|his|her) future (?:here|with us|in (?:the|this|our) (?:team|company|role|firm))\b|\bin line for\b|\bsuccession\b|\bwarning letter\b|\bwritten up\b|\bnotice period\b|\bredundan\w+|\blay(?:ing)? (?:you|him|her) off\b"
        r"|\brated\b|\brate (?:you|him|her|them|people|staff|your|his|employees)\b|\bappraisals?\b|\bevaluations?\b(?! of (?:the|a|our|this|that|all)\b)|\bevaluated? (?:you|him|her|people|staff|as)\b|\b(?:performance|annual|year-end|end-of-year|yearly) review\b"
        r"|\bpromot(?:e|ed|ion|ions|able)\b|\b(?:your|his|her|their|fixed-term|permanent|employment|working) contract\b|\b(?:extend|renew|end|terminat)\w* (?:the|a) contract\b|\bthe contract (?:will|won't|is|can|cannot|would|was|has|had) (?:not )?(?:be |been )?(?:extended|renewed|ended|terminated|hing|depend|run out)\w*|\bcontract (?:renewal|exten)\w*"
        r"|\bsenior(?:ity)? (?:title|role|material|position|grade)\b|\bnot senior\b|\bperformance (?:improvement|problem|band|issue|grade)\w*"
        r"|\bimprovement plan\b|\bon a pip\b|\bpip\b|\brank(?:ed|ing)?\b|\bunder-?perform\w*|\bcalibration\b(?! (?:of|lab|certificate|data|curve))|\b(?:low|high|top|weak|poor|strong|bad|under|star) ?performers?\b"
        r"|\bexceeds\b|\b(?:partially |fully )?meets expectations\b|\bneeds improvement\b|\bbelow expectations\b|\boutstanding\b"
        r"|\b(?:written|formal|final|official) warning\b|\bdismiss\w*|\bterminat\w+|\bfired\b|\blet (?:you|him|her) go\b|\blose (?:your|his|her) job\b"
        r"|\bput (?:you|him|her) forward\b|\bcareer\b(?! (?:goals?|page|fair|wishes))|\blook for (?:another|a new) job\b|\bleadership material\b|\bprobation\w*|\bpermanent position\b|\bnext grade\b"
        r"|\bfinal grade\b|\bgood\" overall\b|\b(?<=\")good\"|\bour (?:five|four|three|ten)-point scale\b|\breflected below\b|\b(?:become|becoming|be|as|for|into|you|him|her) (?:a |the |our )?team lead\b(?! (?:will|is|was|has|joins|said))"
        r"|\bdemot\w+|\bseniority\b|\b(?:become|made|make) (?:a |the |you |him |her )?(?:\w+ )?(?:principal|senior|partner|lead|head|director|manager)\b|\bassessment\b|\btop marks?\b|\bmark (?:you|him|her) down\b|\byear-end\b|\bthe next level\b|\bsenior title\b)"
    ),
    tight=(
        r"(?:->|→|=|(?:\bhing\w+ on\b|\bdepend\w* on\b|\bhang\w* on\b|\btied to\b|\blinked to\b|\bfactor\w* in\w*|\binto account\b|\bweight\w*"
        r"|\bfollows?\b|\bmirrors?\b|\bcounts?\b|\bdriven by\b|\bdetermin\w+|\bdecid\w+|\bbased on\b|\bcontingent\b|\bsubject to\b"
        r"|\btranslat\w+|\bfeeds?\b|\bresults? in\b|\bonce\b|\bprovided\b|\bif\b|\bunless\b|\bunlock\w*|\bbecause of\b|\bdue to\b"
        r"|\bowing to\b|\bthanks to\b|\bthen\b|\baffect\w*|\binfluenc\w+|\bdrags?\b|\bin light of\b|\bgiven\b|\bcost\w*|\bin view of\b|\breflect\w*|\btherefore\b"
        r"|\bhence\b|\bso\b|\bso that\b|\bis safe\b|\bderiv\w+ from\b|\bcalculat\w+ from\b|\bon the (?:basis|strength) of\b))"
    ),
    result=(
        r"(?:^\W*(?:bonus|raise|rating|salary|increase|pay-?out|promotion|overall)\s*[:=]|^\W*then\b|\b(?:so|therefore|hence|thus|accordingly|consequently)\b|\bas a (?:result|consequence)\b|\bfor (?:that|this) reason\b"
        r"|\bthat(?:'s| is| was)? why\b|\b(?:this|that|which) (?:means|costs|rules out|will be|has an effect|goes)\b|\bbecause of (?:that|this)\b"
        r"|\bno (?:bonus|raise|promotion)\b|\b(?:cut|reduced?|reducing|withheld|lower(?:ed)?|halved|cancel\w*|denied|declined|postpone[d]?)\b"
        r"|\bcannot\b|\bcan't\b|\bgiven (?:that|this)\b|\bon that basis\b|->|→)"
    ),
    policy=(
        r"(?:\b(?:is|are|was|were) (?:not|never) (?:a |an |the |our |part of )*(?:topic|subject|matter|issue|point|part|question|input|factor|argument|ground|criterion|reason|basis)s?\b|\b(?:affects?|decides?|determines?|influences?|sets?|touch(?:es)?|drives?|changes?|means?|counts? for|says?|has|have|had|is|are|was|were|plays?|takes?) (?:\w+ )?(?:neither|nothing|no (?:role|part|say|place|bearing|influence|effect|weight|link|connection|reason))\b"
        r"|\bnothing\b[^.;]{0,70}\b(?:effects?|influence|bearing|impact|consequences?)\b"
        r"|\bstays? (?:with|inside|within|between|where|here|there|in the)\b|\bremains? (?:with|inside|within|between)\b|\bneither\b[^.;]{0,60}\bnor\b"
        r"|\b(?:not|never|no|nobody's|no one's|nobody|don't|doesn't|didn't|won't|isn't|aren't|neither|nor|cannot|can't|nothing|without|hardly|wasn't|weren't|none)\b"
        r"[ :,]+(?:(?!which|that\b|so\b|and\b|met\b|reach|hit\b|bonus|raise\b|because)[\w'-]+[ ,]+){0,4}"
        + _VERBS
        + r"\b"
        r"|\b(?:not|never|no longer) (?:on |the |by |from |because of |for |through |with |by way of |any |a |to |your |our )*"
        r"(?:final |okr |key[- ]result )?(?:scores?|key[- ]results?|okrs?|objectives?)\b"
        r"|\bsays? nothing\b|\b(?:is|are) (?:another|a different|a separate|an entirely different|not this) (?:\w+ )?(?:conversation|meeting|topic|discussion|matter)s?\b|\b(?:two|three) (?:separate|different)\b|\bindependent(?:ly)?\b|\bseparate(?:ly)?\b|\bstays? out\b|\bkept? (?:apart|separate|out)\b|\bregardless\b|\birrespective\b"
        r"|\bwhatever\b[^.]*\bscore|\babolished\b|\bno longer (?:\w+ ){0,3}(?:affect\w*|count\w*|used?|tied|linked|decid\w*|part|appl\w+|influenc\w*|play\w*|matter\w*|considered|connected|relevant|depend\w*)\b|\bunrelated\b|\bhas nothing to do\b|\bnothing to do with\b"
        r"|\b(?:used to be|asked (?:\w+ )?(?:whether|if))\b|\bmust not\b|\bno (?:place|business|bearing)\b|\bother than\b|\boff the table\b"
        r"|\bwith no (?:effect|influence|bearing)\b|\bdecoupled\b|\brather than (?:on )?(?:scores?|okr|key)\b|\bleav\w+ (?:\w+ ){0,3}out of\b)"
    ),
    cause=r"(?:\b(?:because|therefore|hence|means|due to|owing to|thanks to|decides?|counts?)\b|->|→)",
    turn=r"(?:\bas long as\b|\buntil\b|\bbut\b|\bhowever\b|\bexcept\b|\balthough\b|\bthough\b|\bstill\b,|\byet\b|;|\bunless\b|\bnevertheless\b|\bthat said\b)",
    exception=r"(?:\b(?:as long as|until (?:the|your|his|her|this|kr|key|okr)|yours?|this time|in your case|in this case|here|today|this year|i did|they do|it did|it does|exception)\b(?! not|n't))",
    speaks=r"\W*(?:objective|kr ?\d*|key result ?\d*|okr)\s*:",
    person=r"\b(?:you|your|he|his|she|her|him|they|their|them|you're|he's|she's)\b",
    protected_sure=(
        r"(?:\bpregnan\w+|\bmaternity\b|\bpaternity\b|\bparental leave\b|\bsick leave\b|\bsick days?\b|\bmigraine\w*|\bantidepress\w*|\bdepress(?:ion|ed)\b"
        r"|\basthma\w*|\barthritis\b|\ballerg(?:y|ies|ic)\b|\bcrohn\w*|\bendometriosis\b|\btinnitus\b|\binsomnia\b|\balcohol(?:ism|ic)\b|\baddict(?:ion|ed)\b|\brehab\b|\bpanic attacks?\b|\bbipolar\b|\bptsd\b|\blong covid\b|\bmultiple sclerosis\b|\bfertility\b|\bbreast ?feed\w*|\b(?:your|his|her) (?:treatment|operation|recovery|condition)\b|\bstage of life\b|\b(?:are|is|become|became|being) a (?:young |new |single |working )?(?:father|mother|dad|mum|mom|parent|grandfather|grandmother)\b|\btwins\b|\btriplets\b|\bhearing (?:loss|problems?)\b|\beyesight\b|\b(?:demonstration|protest|rally|march) (?:against|for)\b|\bparty member\b|\belection campaign\b|\b(?:because of|due to|with|about|given) (?:your|his|her) (?:back|knees?|heart|hip|eyes|hearing|nerves|weight|skin)\b|\bget(?:ting)? well\b|\bfull health\b|\bfast(?:s|ing)? (?:during|for)\b|\bheadaches\b|\b(?:back|knee|heart|hearing|eye|sleep|drinking|weight|skin|hip) (?:problems?|trouble|issues?|pains?|condition)\b|\byou(?:'re| are| might be| may be)? expecting\b(?! (?:a |the |an )?(?:call|mail|answer|delivery|result|too|that|this|more|less|us|me|him|her|it))|\b(?:as|for|being) an? (?:woman|man|girl|mother|father|muslim|christian|foreigner|immigrant|pensioner|older (?:man|woman|colleague|employee|person))\b|\bfemale (?:employee|colleague|engineer|manager)s?\b|\bcame out (?:last|as|to|this)\b|\bcoming out\b|\blimp(?:s|ing)?\b|\bstutter\w*|\boverweight\b|\bblind\b(?! spot)|\bdeaf\b|\bmenstru\w+|\bcancer\b|\bburn-?out\b|\bburnt out\b|\banxiety\b|\badhd\b|\bautis\w+|\bdisab(?:led|ility|ilities)\b|\bdiabet\w+|\bchemo\w*"
        r"|\bepilep\w+|\bmiscarriage\b|\bmenopaus\w+|\bmuslim\b|\bchristian\b|\bjewish\b|\bcatholic\b|\bhindu\b|\bramadan\b|\bhijab\b"
        r"|\bheadscarf\b|\bgay\b|\blesbian\b|\bbisexual\b|\btransgender\b|\bhomosexual\b|\bsexual orientation\b|\btrade union\b|\bworks council\b"
        r"|\bshop steward\b|\bmental health\b|\bpsychiatr\w*|\bdyslexi\w+|\bsurgery\b|\bheart (?:attack|condition|disease)\b|\bhiv\b|\bivf\b)"
    ),
    protected_near=(
        r"(?:\bbab(?:y|ies)\b|\bkids?\b|\bchild(?:ren|care)?\b|\b(?:working|part-time|single|young|new) (?:mothers?|mums?|moms?|dads?|fathers?|parents?)\b|\bhusband\b|\bwife\b|\bboyfriend\b|\bgirlfriend\b|\bmarri(?:ed|age)\b"
        r"|\bdivorc\w+|\bfamily\b|\bnewborn\b|\bson\b|\bdaughter\b|\bmother(?:hood)?\b|\billness\b|\bill\b|\bsick(?:ness)?\b|\bdiagnos\w+|\btherap\w+"
        r"|\bmedica(?:l|tion)\b|\bdoctor\b|\bhealth\b|\bchronic\b|\bback pain\b|\binjur\w+|\btoo old\b|\btoo young\b|\b(?:your|his|her|their) age\b"
        r"|\bretire\w*|\byears old\b|\bolder\b|\byoung for\b|\bgeneration\b|\breligio\w+|\bpray\w*|\bchurch\b|\bmosque\b|\bfaith\b|\baccent\b"
        r"|\bimmigra\w+|\bnationality\b|\bforeign\w*|\b(?:home|native) country\b|\bethnic\w*|\bwhere (?:you|he|she) comes? from|\bpolitic\w+|\bvot(?:ed|es|ing)\b"
        r"|\b(?:is|are|comes?|being|was born) (?:originally )?(?:from|in) (?:turkey|poland|romania|india|china|russia|ukraine|syria|iran|iraq|nigeria|morocco|italy|spain|greece|serbia|africa|asia|abroad|the (?:east|south|balkans|middle east))\b"
        r"|\b(?:you|he|she)(?:'re|'s| are| is) (?:an? |half |originally )?(?:turkish|polish|romanian|indian|chinese|russian|african|arab|asian|german|italian|french|british|american|spanish|greek|jewish|foreign)\b|\b(?:turkish|polish|romanian|indian|chinese|russian|african|arab\w*|asian|german|italian|french|british|american|eastern european) (?:background|roots|origin|mentality|temperament|blood|culture)\b"
        r"|\bat (?:twenty|thirty|forty|fifty|sixty)(?:-\w+)?\b|\bat [2-6]\d,|\bin (?:your|his|her) (?:early |mid |late )?(?:twenties|thirties|forties|fifties|sixties)\b|\b(?:turn(?:s|ed|ing)?|over|under|approaching|nearly) (?:thirty|forty|fifty|sixty|[2-6]5|[3-6]0)\b"
        r"|\b(?:his|her|their|your) (?:partner|spouse|parents?|sister|brother)(?:'s)?\b|\b(?:is|are|being|as an?|still|newly) single\b|\bgrandparent\w*|\bfuneral\b|\bbereave\w+"
        r"|\bunion\b|\bstrike\b|\bwheelchair\b|\bhearing aid\b|\bcaring for\b|\bcarer\b|\bskin colou?r\b)"
    ),
    trait=_TRAIT,
    trait_phrases=(
        r"(?:\bnot (?:\w+ )?an? (?:natural |born |good |real )?(?:leader|manager|people person|communicator|self-starter|thinker)\b|\b(?:have|has|had) (?:the|an|a (?:bad|good|strange|poor|real)) attitude\b|\b(?:has|have|had|with|show(?:s|ed)?) (?:no|little|zero) (?:empathy|patience|backbone|ambition|drive|discipline|manners|respect|charisma|humou?r|self-control|tact|team spirit|initiative|common sense)\b|\b(?:wrong|right|difficult|strong|weak|winning|toxic|nasty|lovely) (?:personality|character|mentality|mindset)\b|\bone of those people\b|\b(?:the|that) (?:kind|type|sort) of (?:person|man|woman|guy|employee|colleague)\b|\b(?:cannot|can't|unable to) (?:take|handle|accept|stand) (?:criticism|feedback|pressure|authority)\b|\b(?:bad|poor|wrong|negative|terrible|good|positive|great|can-do) attitude\b|\b(?:your|his|her|their) (?:attitude|personality|character|ego|temperament|nature(?! photo| trail| reserve)"
        r"|laziness|arrogance|sloppiness|carelessness|stubbornness|negativity)\b|\bnot (?:\w+ )?(?:leadership|management|team) material\b"
        r"|\black(?:s|ing)? (?:of )?(?:\w+ )?(?:discipline|empathy|patience|tact|structure|self-control|common sense|humou?r|ambition|drive|motivation|character|charisma|backbone|commitment|passion|maturity|initiative)\b"
        r"|\bby nature\b|\b(?:natural[- ])?born leader\b|\bnot a people person\b|\b(?:has|have) (?:a|an) (?:big |huge )?(?:ego|temper|attitude problem|abrasive \w+)\b|\bdoesn't care\b|\battitude problem\b)"
    ),
    always=_ALWAYS,
    reported=r"\b(?:you|he|she|they|@+) (?:said|told me|wrote|explained|mentioned|reported|felt|asked)\b[^;.]*",
    named=(
        r"(?:(?<=^)|(?<=[\s,(]))(?![A-Z][a-z]+s (?:always|never|constantly) [a-z]*[a-rt-z]\b)[A-Z][a-zà-ÿ]{2,}(?= (?:is|was|has|seems|always|never|can|does|comes|acts|constantly))"
    ),
    not_names=(
        "Word Rumour Rumor Gossip Talk Please And But Also One People Customers Clients Parts Orders Data Doors Reports This That"
        " There What Which Everything Nothing Someone Everyone Work Revenue Support Sales The Our It"
        " Monday Tuesday Wednesday Thursday Friday Production Staging Backup Documentation Quality"
        " Pay Salary Bonus"
    ),
    hearsay=(
        r"(?:\bthere (?:have been|has been|were|are|was|is) (?:\w+ )?(?:complaints?|rumou?rs?|talk|whispers|gossip|murmurs)\b(?! (?:from|by) (?:the )?customers?)|\b(?:someone|somebody|a colleague|an acquaintance|a friend) (?:\w+ )?(?:told me|said|says|mentioned|saw|noticed|overheard|heard|claims?|claimed|swears?)\b|\bone of (?:the|your|our|my) (?:\w+ )?(?:told|said|saw|says|heard|mentioned|complained)\b|\b(?:,|and) i hear\b"
        r"|\bword (?:around|in|has)\b|\b(?:a few|a couple of|several|some|many|most|other|two|three|various|certain|more than one|one of (?:the|your|our|my)) (?:of (?:the|your|our|my) )?(?:\w+ )?(?:colleagues?|co-?workers?|team ?mates?|people|others|folks|members|engineers|managers|peers|clients)"
        r" (?:have |has |had )?(?:\w+ )?(?:told|said|says?|mention(?:ed|s)?|tells?|complain(?:ed|s)?|hint(?:ed|s)?|remark(?:ed|s)?|suggest(?:ed|s)?|feels?|felt|thinks?|find|finds|believe[sd]?|noticed|whisper\w*|seem to)\b|\bit seems (?:that )?(?:some|several|others|people|colleagues)\b"
        r"|\b(?:so|or so) i(?:'m| am|'ve been)? (?:told|hear)\b|\bpeople around you\b|\bi(?:'ve)? gather(?:ed)?\b|\bone hears\b|\bas i understand from\b|\bbehind your back\b|\bthe (?:rumour|rumor|gossip|talk|story) (?:is|goes)\b|\beveryone says\b|\byour (?:colleagues|team ?mates|peers|co-?workers|team|reports) (?:are |keep |all |also )?(?:say|saying|tell|telling|think|feel|find|complain|complaining|mention)\b(?! (?:the|it|me (?:about|the)))|\bfrom (?:several|various|different|many|all) sides\b"
        r"|\bi(?:'ve| have)? (?:hear|heard|been hearing|keep hearing)\b(?! (?:(?:you|him|her|them|your|his) (?:present|explain|say|ask|speak|call|tell|answer|calm)|your (?:talk|presentation|explanation|question|call|speech|answer|pitch|demo)|from (?:the )?(?:customer|client|supplier)s?))|\brumou?rs?\b|\brumou?red\b|\bword (?:is|has it|on the|has)\b|\bapparently\b"
        r"|\b(?:people|folks) (?:[\w ]{0,20} )?(?:say|are saying|tell me|have (?:said|told|mentioned)|think|feel|talk|find)\b|\b(?:someone|somebody|a little bird|(?:several|some|other|a few|many|two|three) (?:colleagues|people|clients|customers|others)) (?:have |has )?(?:\w+ )?(?:told|said|mentioned|says|tells)\b"
        r"|\bthey say\b|\bgot wind of\b|\b(?:colleagues|others|clients|customers|people) (?:report(?:ed)?|told me|tell me|indicated?|suggest(?:ed)?|hint(?:ed)?|murmur\w*) (?:that )?(?:you|he|she)\b|\b(?:everyone|everybody|people|the whole (?:office|team|floor)|half the (?:office|team)) (?:(?:in|at|on) the \w+ )?(?:talks?|is talking|are talking|gossips?|laughs?|complains?|jokes?) about\b|\bit is (?:said|rumou?red|known)\b|\b(?:others|some|colleagues|clients|several people|many|everyone|everybody|several colleagues|the team|team mates) (?:\w+ )?"
        r"(?:say|says|feels?|thinks?|find|finds|mention(?:ed)?|complain(?:ed)?|knows?|believe[s]?|have (?:said|complained|mentioned))\b|\breportedly\b|\bsupposedly\b|\ballegedly\b"
        r"|\bgrapevine\b|\bgossip\b|\bi(?:'ve| have) been told\b|\bi(?:'m| am| was) told\b|\bthere(?:'s| is) talk\b|\bfrom what i gather\b|\bit came to my ears\b|\bhearsay\b"
        r"|\bhas it that\b|\bsecond[- ]hand\b|\bseemingly everyone\b)"
    ),
)

"""Legal forms: how each is written, and which of them are one form in two languages of a country."""

from benchside.resolve.folding import fold

_FORMS = """
gmbh: gmbh|mbh|gesellschaft mit beschrankter haftung|ges m b h|gesmbh
ggmbh: ggmbh|gemeinnutzige gmbh|gemeinnutzige gesellschaft mit beschrankter haftung
gmbh_kg: gmbh co kg|mbh co kg|gmbh und co kg|gmbh cokg
ug: ug|ug haftungsbeschrankt
ag: ag|aktiengesellschaft
kgaa: kgaa|kommanditgesellschaft auf aktien|kg auf aktien
ev: ev|e v|eingetragener verein|vereniging
public: stiftung offentlichen rechts|anstalt offentlichen rechts|korperschaft offentlichen rechts|stiftung des offentlichen rechts
ltd: ltd|limited|co ltd|company limited|company ltd|pty ltd|pte ltd|pvt ltd|private limited|pty limited
plc: plc|public limited company
llp: llp
lbg: lbg|limited by guarantee|company limited by guarantee
dac: dac|designated activity company
inc: inc|incorporated
corp: corp|corporation|non profit corp|non profit corporation|nonprofit corp|company corp
llc: llc
sa: sa|s a|nv|n v|societe anonyme|sociedad anonima|sociedade anonima|naamloze vennootschap|anonymi etaireia|anonymi etairia|ae|societate pe actiuni
sas: sas|sasu|s a s|societe par actions simplifiee
sarl: sarl|s a r l|societe a responsabilite limitee
spa: spa|s p a|societa per azioni
srl: srl|srlu|s r l|societa a responsabilita limitata|bvba|sprl|srls|societate cu raspundere limitata
scarl: scarl|scrl|cvba|societa consortile ar l|societa consortile a responsabilita limitata|consortile ar l
sl: sl|slu|slp|sll|s l|sociedad limitada|sociedad de responsabilidad limitada|sl unipersonal|slne
sau: sau|sa unipersonal
bv: bv|b v|besloten vennootschap
asbl: asbl|vzw|asbi
aisbl: aisbl|ivzw|association internationale sans but lucratif
ab: ab|aktiebolag|ab publ
as: as|a s|aktieselskab|aksjeselskap|akciova spolecnost
aps: aps|anpartsselskab
oy: oy|osakeyhtio|oyj|oy ab
ehf: ehf|hf|ohf
sdn: sdn bhd|bhd
ad: ad|ead|akcionersko druzestvo|aktsionerno druzhestvo
dd: dd|d d|dionicko drustvo|delniska druzba
nyrt: nyrt|nyilvanosan mukodo reszvenytarsasag
bt: bt|beteti tarsasag
eurl: eurl|entreprise unipersonnelle a responsabilite limitee
snc: snc|s n c|societe en nom collectif|societa in nome collettivo
scoop: soc coop|societa cooperativa|sociedad cooperativa|s coop|scoop
ike: ike|i k e|idiotiki kefalaiouchiki etaireia
epe: epe|e p e|etaireia periorismenis efthynis
vsi: vsi|viesoji istaiga
jsc: jsc|joint stock company|ojsc|cjsc|pjsc
spzoo: sp z oo|spzoo|sp zoo|sp z o o|spolka z ograniczona odpowiedzialnoscia|spolka zoo
sro: sro|s r o|spol sro|spolecnost s rucenim omezenym
kft: kft|korlatolt felelossegu tarsasag|korlatolt felelosseg tarsasag|korlatolt felelsseg tarsasag
zrt: zrt|zartkoruen mukodo reszvenytarsasag
doo: doo|d o o|druzba z omejeno odgovornostjo
lda: lda|limitada|unipessoal lda
uab: uab
ou: ou|osauhing
sia: sia
ood: ood|eood
eeig: eeig|european economic interest grouping|ewiv
onlus: onlus|ong onlus
vvi: vvi
charter: royal charter
"""
NOT_COMPANIES = frozenset({"ev", "asbl", "aisbl", "onlus", "vvi", "eeig", "charter", "public"})
"""Forms of associations and public institutes."""

LEADING: dict[tuple[str, ...], str] = {
    ("sc",): "srl",
    ("sas",): "sas",
    ("sarl",): "sarl",
    ("ooo",): "ltd",
    ("pt",): "ltd",
    ("uab",): "uab",
    ("sia",): "sia",
}
"""Forms that stand before the name: SC … SRL, SAS …, UAB …."""


TRAILING = frozenset({"group", "gruppe", "groupe", "holding", "holdings"})
"""Words after a firm's name that no register counts as its form."""


def _read(text: str) -> dict[tuple[str, ...], str]:
    forms: dict[tuple[str, ...], str] = {}
    for line in text.strip().splitlines():
        code, spellings = line.split(":", 1)
        for spelling in spellings.split("|"):
            forms[tuple(fold(word) for word in spelling.split())] = code
    return forms


FORMS = _read(_FORMS)
_LONGEST = max(map(len, FORMS))


def split_form(words: list[str]) -> tuple[list[str], str]:
    """The words without their legal form, and its code, or an empty text. A name is never only a form."""
    form = ""
    while True:
        found = _at_end(words)
        if not found or found[0] >= len(words):
            break
        words, form = words[: -found[0]], form or found[1]
    if len(words) == 2 and words[-1] in TRAILING:
        words = words[:-1]
    if len(words) > 1 and tuple(words[:1]) in LEADING and (form or words[0] != "sc"):
        words, form = words[1:], form or LEADING[tuple(words[:1])]
    return words, form


def _at_end(words: list[str]) -> tuple[int, str] | None:
    """How many of the last words are a legal form, and which: the longest that fits."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        code = FORMS.get(tuple(words[-length:]))
        if code:
            return length, code
    return None

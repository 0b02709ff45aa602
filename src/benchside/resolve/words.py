"""Words that mean the same in the languages of European research, and words that mean nothing in a name.

Each line gives one word of ours and the spellings that stand for it, folded as `folding.fold` folds them. A compound
(Universitätsklinikum) stands on the lines of all its parts. A word that is missing here still counts, as itself.
"""

from collections.abc import Mapping

from benchside.resolve.folding import fold

_SAME = """
university: universität universitäts universitaets universitaet universite universita universidad universidade universitat universiteit universitet
university: universitetet universitets uniwersytet univerzita univerzitet univerza sveuciliste univ uni universitatea egyetem ulikool
university: yliopisto universitesi universitas universitario universitaria universitari universitaire universitair universitaria
university: panepistimio haskoli haskolinn univerzitetni universities universites rijksuniversiteit universidades university's
university: universitätsklinikum universitaetsklinikum universitätsmedizin universitätsspital universitätskrankenhaus
university: universitetssjukhus universitetssjukhuset universitetssykehus universitetssykehuset universitetshospital yliopistollinen
hospital: universitätsklinikum universitätsspital universitätskrankenhaus universitätsmedizin universitetssjukhus universitetssjukhuset
hospital: universitetssykehus universitetssykehuset universitetshospital ziekenhuis hopital hopitaux hospitals hospitalier hospitaliere
hospital: hospitalario ospedale ospedaliera ospedaliero ospedali ospedaliere sairaala sykehus sjukhus sjukhuset sygehus hospitaler hospitalar
hospital: klinikum krankenhaus kliniken klinik clinic clinics clinica clinique cliniques clinico klinika spital szpital nemocnice
hospital: bolnica centro_hospitalario hospices infirmary kinderspital keskussairaala policlinico chu chru klinicni
centre: center centro centrum zentrum centra centres centers centar centru kenter keskus senter kozpont forschungszentrum
centre: kenniscentrum krebsforschungszentrum onderzoekscentrum rechenzentrum forskningscenter srodek osrodek kentro centros
institute: institut instituto istituto instituut institutet instituttet instytut institutul institutes institutt instituts institutas
institute: intezet ustav inst institutos instituta zavod insituto
research: recherche recherches forschung ricerca ricerche investigacion investigaciones investigacao recerca onderzoek forskning badan
research: forschungszentrum krebsforschungszentrum forschungsinstitut forschungs badawczy vyzkumny istrazivanje cercetare tutkimus
research: forschungsgesellschaft onderzoekscentrum forskningscenter kutato investigacions tutkimuskeskus ereunon erevnon cercetari ricerc
science: sciences scientific scientifique scientifiques wissenschaft wissenschaften wissenschaftliche ciencia ciencias ciencies scienza
science: scienze scientifico scientifica wetenschap wetenschappen nauk naukowy cientificas cientifica cientifico vedy tieteen scient sci
science: cientifiques vetenskap vetenskaper videnskab nauka naukowe vitenskap wetenschappelijk naturwissenschaftliches naturwissenschaften
natural: naturwissenschaftliches naturwissenschaften
medicine: medical medizin medizinische medizinischen medizinisches medico medica medicale medicina medecine medicaux medisch medische
medicine: medicinska medicinsk medicinal medyczny medyczna lekarski medicas medics med geneeskunde universitätsmedizin medicum mediques
medicine: biomediques medisinske medisinsk medicos
technology: technologies technologie tecnologia tecnologias technological tecnologico tecnologica technologisch technologiczny teknologian
technology: tecnologie technologiques technologii technologique tecn technol technologia
technical: technische technischen technisch technique techniques tecnica tecnico tekniska tekniske teknisk technicka technicke politechnika
polytechnic: politechnika politecnico politecnica polytechnique polytechnische politehnica polytechnico politecnic
polytechnic: politecnic polytechnio
national: nationale nacional nazionale nationaal nationales narodowy narodni nationaux nazionali nasjonalt natl nacionalni kansallinen
health: sante gesundheit salud salute saude sanita salut gezondheid gezondheidszorg sanitaria sanitario halsa halso zdrowia
health: volksgezondheid terveyden helse sundhed zdravi saniteuq sanidad sanitari sanitaires sjukvard healthcare
foundation: stiftung fundacion fundacio fundacao fondation fondazione stichting stiftelsen stiftelse fundatia nadace fundacja fond
foundation: foundations fundaçao alapitvany idryma saatio
association: associations asociacion associacio associacao associazione verein vereniging verband forening forbund foreningen asociatia
association: stowarzyszenie zdruzenje asociacion
society: societe sociedad sociedade societa gesellschaft sallskapet seura selskab societat societas genootschap maatschappij spolecnost
academy: academia akademie academie akademia accademia akademien academisch academische akademii acad academic akademias akademi
faculty: faculte facultad facolta fakultät fakultat faculteit faculdade fakulta wydzial facultat
school: ecole escuela scuola schule skola escola szkola hoegskola hogskola hogskolan hoegskolan hochschule hogeschool hojskole
school: schools ecoles hogskole
higher: superieure superieur superior superiore hogere wyzsza hoegskola hogskola hogskolan hoegskolan hochschule hogeschool hojskole
higher: hogskole superiores
department: departement departamento dipartimento abteilung dept afdeling departements
college: collegium colegio colleges koledz
ministry: ministere ministerio ministero ministerium ministerie ministria ministerstvo ministerstwo bundesministerium
agency: agence agencia agenzia agentur agentschap agentura agencja
council: consejo consiglio conseil consell conselho rada
authority: autorita autoridad behorde
company: companies compagnie compania
group: groupe grupo gruppo gruppe groep grup
international: internationale internacional internazionale internationaal internationales internationalen
european: europe europeen europeenne europea europeo europaische europaisches europese europees europa europeu europeia european's
general: generale generali allgemeine
royal: koninklijke kungliga kongelige royale reale
cancer: krebs cancerologie kanker krebsforschung krebsforschungszentrum tumori tumor oncologia oncology oncologie onkologie
cancer: oncologico oncologica oncologicas
disease: diseases maladie maladies krankheiten enfermedades malattie ziekten erkrankungen
children: child enfants kinder bambini ninos kinderspital childrens enfant infantil
innovation: innovations innovacion innovazione innovacao innovationen innowacji innovative innovacio innovativ
development: developpement entwicklung desarrollo sviluppo desenvolvimento ontwikkeling utveckling rozwoju dev
laboratory: laboratoire laboratorio laboratorios laboratories labor laboratorium laboratoires lab labs laboratori
industry: industrie industria industrial industries industrielle industriel industriali industriales
pharmaceutical: pharmaceuticals pharmaceutique pharmaceutiques farmaceutica farmaceutici pharmaceutica pharma farmaceutico pharm farmaceutyczne
pharmacology: pharmakologie farmacologia farmacologiche pharmacologie farmakologie
environment: environmental environnement umwelt ambiente medioambiente milieu miljo umweltforschung
service: services servicio servizo servicios servizi dienst servizio servei
system: systems systeme systemes sistemas sistemi
engineering: ingenieria ingegneria ingenieurwissenschaften ingenierie ingenieros
applied: angewandte angewandten appliquee appliquees applicata aplicada toegepast appliques aplicadas
physics: physique physik fisica fysica
chemistry: chimie chemie quimica chimica
biology: biologie biologia biological biologico biologique biologiques
biotechnology: biotechnologie biotecnologia biotecnologie biotech
biomedicine: biomedical biomedica biomedicale biomedicas biomedico biomedicina biomedizinische biomedische
molecular: moleculaire molekulare molecolare moleculaires molekularbiologie
federal: federale bundes
institution: institucion institucio
administration: administracion amministrazione
centralinstitute: zentralinstitut
catholic: catholique catolica cattolica katholieke katholische
veterinary: tierarztliche tierarztlichen veterinaria veterinaire veterinario veterinaer weterynaryjny
network: netzwerk reseau red rete netwerk xarxa
public: publique publica pubblica oeffentlichen
hygiene: hygienique
energy: energie energia energetica
agriculture: agricultural agricole agronomique agricultura agraria landwirtschaft agricola
food: alimentaire alimentaria lebensmittel voeding
pharmacist: farmacia pharmacy pharmacie
management: gestion gestione
prevention: praventionsforschung
trust: trusts
city: ville ciudad stadt citta comune
region: regional regionale regionaal region's
united: uk
kingdom: uk
germany: deutschland deutsche deutsches deutscher german allemagne
france: francaise francais francaises french
italy: italia italiana italiano italian
spain: espana espanola espanol spanish
netherlands: nederland nederlandse nederlands dutch niederlande holland
switzerland: schweiz suisse svizzera swiss schweizerische
austria: osterreich osterreichische austrian
denmark: danmark danmarks danish dansk
sweden: sverige svenska sveriges swedish
norway: norge norges norwegian norsk
finland: suomen suomi finnish
poland: polska polskiej polish polskie
belgium: belgie belgique belgian belge
"""

STOP = frozenset(
    map(
        fold,
        """
a al am an and as at auf aus bei bij by ca da dal dalla das de degli dei del dell della delle dem den der des di die do dos du e el
en et fra for fur fuer het i il im in ivan ja kai l la las le les los mit na nad nel nella ng o och of og on ons op par para pe per por
pour pro s sobre sur te ter the till to u und uit v van ve voor von w with y z za ze zu zum zur studi studiorum d van vor with und av
from named aan au aux c ha its o' trading as participant legal name representing irccs
""".split(),
    )
)
"""Articles, prepositions and conjunctions; `studi` as in Università degli Studi; words a form adds before a name."""

PHRASES = {"national health service": "nhs", "great britain": "uk", "fundacion publica": "fundacion"}
"""Words that together are one of ours."""

_KINDS = {
    "hospital": "hospital",
    "faculty": "part",
    "department": "part",
    "university": "university",
    "foundation": "foundation",
    "association": "association",
    "ministry": "government",
    "agency": "government",
}


def _meanings(text: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for line in text.strip().splitlines():
        ours, spellings = line.split(":", 1)
        for spelling in (ours, *spellings.split()):
            parts = found.setdefault(fold(spelling), [])
            if fold(ours) not in parts:
                parts.append(fold(ours))
    return {spelling: tuple(parts) for spelling, parts in found.items()}


MEANINGS = _meanings(_SAME)
"""Folded word → the words of ours that it stands for."""
COMMON = frozenset(word for parts in MEANINGS.values() for word in parts)
"""Our words: they stand in many names, however few of them a set of records holds."""
KINDS = {fold(word): kind for word, kind in _KINDS.items()}
"""Our word → what kind of organisation it makes of a name."""

PROFILES = frozenset(
    map(
        fold,
        """
medicine technology technical polytechnic applied natural catholic open college school children cancer agriculture veterinary
arts music pedagogical education business city public state national european international biomedicine
pharmacology pharmacist biotechnology science research clinical molecular infectious vaccines biologics diagnostics
""".split(),
    )
)
"""Words that tell organisations of one place or one owner apart: the university from the medical, technical or open one."""
OF_FIRMS = frozenset(map(fold, "technology biotechnology".split()))
"""Words that a firm's name may bear or not: Nanion Technologies GmbH is Nanion."""

"""Cities: one spelling for those that bear several, without what an address adds to them."""

import re
from functools import lru_cache

from benchside.resolve.folding import fold

_SAME = """
vienna wien; munich munchen; cologne koln; rome roma; milan milano; turin torino; florence firenze; genoa genova; naples napoli
venice venezia; padua padova; prague praha; warsaw warszawa warszawie warszawski; krakow cracow krakowie krakau; copenhagen kobenhavn kobenhavns
gothenburg goteborg goteborgs; brussels bruxelles brussel bruxelle; antwerp antwerpen anvers; ghent gent gand; liege luik; geneva geneve genf
zurich zuerich; basel basle bale; bern berne; lucerne luzern; hague haag gravenhage; lisbon lisboa; seville sevilla; athens athina athinon
bucharest bucuresti; belgrade beograd beogradu; moscow moskva; helsinki helsingfors helsingin; turku abo turun; tampere tampereen tammerfors; nuremberg nurnberg
hanover hannover; brunswick braunschweig; strasbourg strassburg; lyon lyons; marseille marseilles; nicosia lefkosia; wroclaw breslau
gdansk danzig; lund lunds; stockholm stockholms; linkoping linkopings; ljubljana ljubljani; zagreb zagrebu; bologna bolonia; mantua mantova
oslo oslos; ioannina ioanninon; patras patra patron; thessaloniki thessalonikis saloniki; crete kritis; tartu tartus; luxembourg luxemburg
umea umeas; uppsala upsala upssala; siegen siegens; cordoba cordova; saragossa zaragoza; corunna coruna; majorca mallorca; reykjavik reykjaviks
tubingen tuebingen; frankfurt frankfurts; dresden dresdens; utrecht utrechts; jerusalem yerushalayim; tokyo tokio; beijing peking; debrecen debreceni
bratislava pressburg; vilnius vilniaus; riga rigas; tallinn tallinna; lodz lodzi; poznan poznaniu; brno brne; katowice katowicach; pecs pecsi
szeged szegedi; montreal montreals; quebec quebecs; aarhus arhus; odense odenses; bergen bergens; trondheim trondhjem; malmo malmoe
"""
_NAMES = {fold(name): fold(group.split()[0]) for group in re.split(r"[;\n]", _SAME) for name in group.split()}
_ADDED = frozenset(map(fold, "cedex bus box si near and the".split()))


def one_spelling(word: str) -> str:
    """A folded word, or the English spelling where it is a city's name in another language."""
    return _NAMES.get(word, word)


@lru_cache(maxsize=100_000)
def read_city(text: str) -> tuple[str, ...]:
    """The words of a city, sorted: numbers of districts, what stands in brackets and single letters are left out."""
    bare = re.sub(r"\([^)]*\)", " ", text)
    words = (one_spelling(word) for word in re.findall(r"[^\W\d_]+", fold(bare)))
    return tuple(sorted({word for word in words if len(word) > 1 and word not in _ADDED}))

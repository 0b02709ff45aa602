"""A small programme of three calls, by hand.

p1  C1  2010  a (academic)  b (sme)       c (industry)
p2  C1  2010  a (academic)  b (sme)
p3  C2  2012  a (academic)  d (academic)
p4  C3  2014  e (sme)
p5  –   –     c (industry)  d (academic)
"""

from datetime import date

PROJECTS = [
    {"project_id": "p1", "start_on": date(2010, 1, 1), "call_id": "C1"},
    {"project_id": "p2", "start_on": date(2010, 9, 1), "call_id": "C1"},
    {"project_id": "p3", "start_on": date(2012, 1, 1), "call_id": "C2"},
    {"project_id": "p4", "start_on": date(2014, 1, 1), "call_id": "C3"},
    {"project_id": "p5", "start_on": None, "call_id": None},
]
SECTORS = {"a": "academic", "b": "sme", "c": "industry", "d": "academic", "e": "sme"}
MEMBERS = {"p1": "abc", "p2": "ab", "p3": "ad", "p4": "e", "p5": "cd"}
PARTICIPATIONS = [
    {"project_id": project, "organisation_id": who, "partner_group": SECTORS[who]}
    for project, members in MEMBERS.items()
    for who in members
]

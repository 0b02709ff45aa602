"""A small programme for the tests of exports, with the values that are hard to write: formulas, quotes, brackets, people."""

from pathlib import Path

from benchside import main
from benchside.exports.base import Export, Given, put
from benchside.figures.ask import Desk
from tests.spec import drawing

WORLD = """
programme
programme_id | name
P1           | Partnership One

project
project_id | acronym | title             | programme_id | grant_number | start_on   | end_on  | website
alpha      | ALPHA   | =cmd¦'/C calc'!A0 | P1           | 115001       | 2010-03-01 | 2015-02 | https://alpha.example
beta       | BETA    | Beta, "the" two   | P1           | 115002       | 2011       |         |
gamma      | GAMMA   | -1+1              | P1           |              | 2012-01-01 |         |

organisation
organisation_id | name            | city   | country | ror
univ-a          | +University A   | Leiden | NL      | 027bh9e22
firm-b          | Firm & Sons <B> |        | DE      |
clinic-c        | @Clinic "C"     | Basel  | CH      |
lone-d          | Lone D          |        |         |

participation
participation_id | project_id | organisation_id | partner_group | role        | head_count
p1               | alpha      | univ-a          | academic      | coordinator | 12
p2               | alpha      | firm-b          | industry      | participant | 3
p3               | alpha      | clinic-c        | academic      | participant |
p4               | beta       | univ-a          | academic      | coordinator |
p5               | beta       | firm-b          | industry      | participant |
p6               | gamma      | lone-d          | other         | coordinator |

document
document_key | title        | publisher | url                    | printed_on
D1           | Annual sheet | The house | https://doc.example/d1 | 2016-06

contribution
contribution_id | project_id | payer    | form    | region | amount      | currency | state     | precision | valid_on   | document_id | note
c1              | alpha      | eu       | grant   | eu     | 18170217.50 | EUR      | as_published | exact     | 2010-03-01 | D1          |
c2              | alpha      | industry | in_kind | eu     | 700.05      | EUR      | as_published | exact     | 2010-03-01 | D1          | -¶¶"twice", said
c3              | beta       | eu       | grant   | eu     | 9           | EUR      | as_published | exact     | 2011       |             |

work
work_id | doi                  | pmid     | openalex_id | title                         | work_type        | journal        | issn      | open_access | published_on
W1      | 10.1000/182          | 23193287 | W2741809807 | A 50 % gain & {more} in A_b^c | article          | Nature         | 0028-0836 | gold        | 2014
W2      | 10.1000/a_(b)<c>     |          |             | Ünïcode ~ #1 \\ $x$           | review           | J. of Reviews  |           | closed      | 2015-06
W3      |                      |          |             | =HYPERLINK("x")               | conference_paper | Proc. of Three |           |             | 2016-02-29
W4      |                      |          |             | Undated                       | preprint         |                |           |             |

project_work
project_id | work_id | found_by
alpha      | W1      | grant_number
beta       | W1      | grant_number
beta       | W2      | reported

authorship
authorship_id | work_id | position | organisation_id
W1-1          | W1      | 1        | univ-a
W1-2          | W1      | 2        | firm-b

exchange_rate
currency | rate     | rate_on
USD      | 0.909091 | 2014-12-31

project_area
project_id | area_id | weight | basis
alpha      | one     | 0.125  | subject
alpha      | two     | 0.875  | subject
"""
"""A grant number is left empty at GAMMA, and two organisations share two projects: univ-a and firm-b."""

HIDDEN = """
regulatory_procedure
regulatory_procedure_id | project_id | is_confidential | title
RP1                     | alpha      | yes             | a secret
RP2                     | alpha      | no              | in the open

cohort
cohort_id | course_id | sector | learners
CH1       | CO1       | all    | 4
CH2       | CO1       | all    | 5
CH3       | CO1       | all    | 0

link
link_id | from_type | from_id | to_type              | to_id | relation | claim      | stated_by
L1      | project   | alpha   | regulatory_procedure | RP1   | led_to   | not_stated | funder
L2      | project   | alpha   | regulatory_procedure | RP2   | led_to   | not_stated | funder
"""
"""Two records to leave out by their own content, RP1 and CH1; one that would tell the second, CH2; and one that points to the first, L1."""

PROGRAMME = {"name": "Partnership One & Co.", "publisher": "The office", "contact": "https://office.example"}


def world(folder: Path, text: str = WORLD, as_of: str = "2020-12-31") -> Desk:
    """The drawing, built and open; in it ¦ and ¶ stand for the vertical bar and the line end, which are its own marks."""
    tables = drawing.completed(drawing.drawn(text.strip()))
    for row in (row for rows in tables.values() for row in rows):
        row.update({column: cell.replace("¦", "|").replace("¶", "\n") for column, cell in row.items()})
    drawing.write(folder, tables, as_of=as_of)
    assert main.build(folder).refused == 0
    return main.open_desk(folder)


def empty(folder: Path) -> Desk:
    """A programme of which nothing is known, not even its name."""
    return world(folder, "document\ndocument_key\n", as_of="")


def export(which: Export, desk: Desk, out: Path, **more) -> dict[str, int]:
    """The export of a desk's build, put at `out`."""
    return put(which, Given(desk, PROGRAMME, **more), out)

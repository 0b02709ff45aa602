"""Six projects whose participants' amounts stand to the grant in every way there is."""

PARTS = """
    participation
    participation_id | project_id | role               | activity_type
    A1               | agrees     | coordinator        | hes
    A2               | agrees     | associated_partner | prc
    B1               | blank      | coordinator        | prc
    S1               | some       | coordinator        | hes
    S2               | some       | participant        | rec
    N1               | none-blank | coordinator        | prc
    M1               | more       | coordinator        | hes
    G1               | no-grant   | coordinator        |

    contribution
    project_id | payer    | amount | valid_on
    agrees     | eu       | 100    | 2019-01-01
    blank      | eu       | 50     | 2019-01-01
    some       | eu       | 40     | 2019-01-01
    none-blank | eu       | 30     | 2019-01-01
    more       | eu       | 20     | 2019-01-01
    more       | industry | 900    | 2019-01-01

    allocation
    project_id | participation_id | amount | valid_on
    agrees     | A1               | 100    | 2019-01-01
    some       | S1               | 35     | 2019-01-01
    none-blank | N1               | 28.50  | 2019-01-01
    more       | M1               | 20.01  | 2019-01-01
    no-grant   | G1               | 7      | 2019-01-01
"""
ADDS_UP = "adds up"
BLANK = "every amount is blank"
SOME = "less than the grant, some amounts are blank"
NONE = "less than the grant, no amount is blank"
MORE = "more than the grant"

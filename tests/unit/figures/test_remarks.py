"""What a sum says of a single large record in it."""

HEAD = """
    project_outcome
    project_id | outcome_id
{ties}
    outcome
    outcome_id | kind            | title
{outcomes}
    further_funding
    outcome_id | funder | sector | amount | currency
{amounts}
"""


def funding(amounts, *, shared=()):
    """A world in which alpha reports these amounts in pounds, and beta reports those of `shared` (by number) too."""
    ties = [f"    alpha | f{n}" for n in range(len(amounts))] + [f"    beta | f{n}" for n in shared]
    return HEAD.format(
        ties="\n".join(ties) + "\n",
        outcomes="\n".join(f"    f{n} | further_funding | money" for n in range(len(amounts))) + "\n",
        amounts="\n".join(f"    f{n} | a fund | public | {amount} | GBP" for n, amount in enumerate(amounts)),
    )


def weights(figure):
    return [note for note in figure.notes if "of the sum" in note]


def test_a_record_of_more_than_a_tenth_of_a_sum_over_many_is_told(world):
    desk = world(funding([1] * 19 + [6], shared=[19]))
    # 19 ones and a 6 make 25, of which 6 is 24 %; that beta reports it too makes it no lighter
    assert weights(desk.one("further_funding")) == ["one record of 20, f19, is 24.0 % of the sum"]


def test_a_tenth_or_less_is_not_told(world):
    assert weights(world(funding([9] * 19 + [19])).one("further_funding")) == []  # 19 of 190 is a tenth, no more


def test_of_fewer_than_twenty_records_one_may_weigh_that_much(world):
    assert weights(world(funding([1] * 18 + [600])).one("further_funding")) == []


def test_in_a_cut_the_note_names_the_cut(world):
    desk = world(funding([1] * 19 + [6], shared=[19]))
    notes = {f.cut: weights(f) for f in desk.ask("further_funding", by="sector")}
    assert notes == {"public": ["public: one record of 20, f19, is 24.0 % of the sum"]}
    notes = {f.cut: len(weights(f)) for f in desk.ask("further_funding", by="project")}
    assert notes == {"alpha": 1, "beta": 0}  # the 6 is all that beta has: of one record no note is made


def test_a_median_and_a_count_of_things_have_no_largest_record(world):
    desk = world(funding([1] * 19 + [6]))
    assert weights(desk.one("median_further_funding")) == []
    assert weights(desk.one("reported_outcomes")) == []


def test_where_parts_are_negative_none_is_a_share_of_the_sum(world):
    projects = [(f"p{n}", 10, 9) for n in range(20)] + [("more", 10, 50)]
    teams = "\n".join(f"    q-{p} | {p}" for p, _, _ in projects)
    grants = "\n".join(f"    {p} | eu | {grant} | 2019-01-01" for p, grant, _ in projects)
    parts = "\n".join(f"    {p} | q-{p} | {part} | 2019-01-01" for p, _, part in projects)
    desk = world(
        f"""
    participation
    participation_id | project_id
{teams}

    contribution
    project_id | payer | amount | valid_on
{grants}

    allocation
    project_id | participation_id | amount | valid_on
{parts}
    """
    )
    assert desk.one("undivided_funding").value == -20  # twenty gaps of 1 less one of 40
    assert weights(desk.one("undivided_funding")) == []
    (note,) = weights(desk.one("funding_gaps"))
    assert note.startswith("one record of 21, contribution:")
    assert note.endswith("is 66.7 % of the sum")  # 40 of 60

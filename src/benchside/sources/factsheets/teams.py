"""Writes organisations, participations and the public money of each from the lists and the grants of the fact sheets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from benchside.sources.factsheets.money import AMOUNT_RULE, parse_amount
from benchside.sources.factsheets.partners import (
    LISTS,
    Grant,
    Group,
    Listing,
    count_named,
    parse_listing,
    place_lists,
    settle_groups,
    split_list,
)
from benchside.sources.factsheets.records import Sheet, Tables, amount_columns
from benchside.sources.factsheets.rows import Findings, Row
from benchside.sources.tables.cells import slug


def add_partners(sheets: Sequence[Sheet], tables: Tables, findings: Findings) -> None:
    """Settles in which row each list stands, then writes all lists and after them all grants."""
    known = {slug(g.name): g.name for sheet in sheets for g in sheet.grants.grants}
    entries = [{h: split_list(sheet.row[h], known) for h in LISTS} for sheet in sheets]
    all_grants = [sheet.grants for sheet in sheets]
    holders: dict[str, dict[int, int]] = {}
    for headings in (LISTS[:4], LISTS[4:]):
        flat = [[name for h in headings for name in of[h]] for of in entries]
        holder = place_lists(flat, all_grants)
        _say_moves(sheets, ", ".join(headings), flat, holder, findings)
        holders |= dict.fromkeys(headings, holder)
    organisations = _Organisations(tables, findings)
    listed = []
    for at, sheet in enumerate(sheets):
        source = {h: holders[h][at] for h in LISTS if at in holders[h]}
        lists = {h: [parse_listing(e, known) for e in entries[source[h]][h]] if h in source else [] for h in LISTS}
        listed.append(_Listed(sheet, {h: sheets[at_row].row for h, at_row in source.items()}, lists))
    # Entries with a country come first, then those without, then the grants: so that a bare name finds its place.
    for of in listed:
        _add_placed(of, organisations)
    plans = [_add_listed(of, organisations, tables, findings) for of in listed]
    for of, plan in zip(listed, plans, strict=True):
        _add_grants(of.sheet, plan, organisations, tables, findings)


def _say_moves(
    sheets: Sequence[Sheet], lists: str, flat: Sequence[Sequence[str]], holder: Mapping[int, int], findings: Findings
) -> None:
    for to, at in sorted(holder.items()):
        if to == at:
            continue
        sheet, grants = sheets[to], sheets[to].grants
        all_of, here, there = len(grants.grants), count_named(flat[to], grants), count_named(flat[at], grants)
        why = f"of the {all_of} names with a grant {there} stand in the lists of row {sheets[at].row.number}, {here} in its own"
        found, kept = (f"the lists of row {sheets[i].row.number}" for i in (to, at))
        findings.settle("participation", sheet.project, lists, found, kept, why)
    used = set(holder.values())
    for at, names in enumerate(flat):
        sheet = sheets[at]
        if names and at not in used:
            findings.refuse(
                "participation", sheet.row, lists, f"{len(names)} organisations", "another row's lists name this project's grants better",
                "Put the lists into the row of their project.",
            )  # fmt: skip
        elif names and at not in holder:
            why = "the lists of this row belong to a neighbour and those of this project stand nowhere"
            findings.settle("participation", sheet.project, lists, f"{len(names)} organisations", "none", why)


@dataclass(frozen=True)
class _Listed:
    """A project, its lists, and the row in which each of them stands."""

    sheet: Sheet
    rows: Mapping[str, Row]
    lists: Mapping[str, Sequence[Listing]]


@dataclass
class _Organisations:
    """Writes an organisation once for each name and country; its first spelling and place are kept."""

    tables: Tables
    findings: Findings
    by_name: dict[str, dict[str, str]] = field(default_factory=dict)
    said: set[tuple[str, str]] = field(default_factory=set)

    def key(self, listing: Listing, place: str, locator: str) -> str:
        """The organisation's key; a name without a country is taken for the first of that name."""
        name = slug(listing.name)
        keys = self.by_name.setdefault(name, {})
        if listing.country not in keys:
            if keys and not listing.country:
                return next(iter(keys.values()))
            keys[listing.country] = f"org-{name}" if not keys else f"org-{name}--{listing.country.lower()}"
        key = keys[listing.country]
        self.tables.add(
            "organisation", key, place, locator, organisation_id=key, name=listing.name, city=listing.city, country=listing.country,
        )  # fmt: skip
        kept = self.tables.records["organisation"][key][0]
        if listing.dropped:
            self._say(
                key, "city", listing.text, kept["city"], "part of the address, or a county or state, not the city"
            )
        if kept["city"] != listing.city and listing.city:
            self._say(
                key, "city", listing.city, kept["city"], "the same name stands with another city; the first is kept"
            )
        return key

    def say_no_country(self, key: str, listing: Listing) -> None:
        """Keeps the decision that no country could be read."""
        kept = self.tables.records["organisation"][key][0]["country"]
        self._say(key, "country", listing.text, kept, "the last part of the entry is no country that is known")

    def _say(self, key: str, column: str, found: str, kept: str, why: str) -> None:
        if (key, found) not in self.said:
            self.said.add((key, found))
            self.findings.settle("organisation", key, column, found, kept, why)


@dataclass
class _Place:
    """A participation that waits for its grant."""

    participation: str
    name: str
    is_third: bool


def _add_placed(of: _Listed, organisations: _Organisations) -> None:
    for heading, listings in of.lists.items():
        for listing in listings:
            if listing.country and slug(listing.name):
                organisations.key(listing, of.rows[heading].place, f"row {of.rows[heading].number}, {heading}")


def _add_listed(of: _Listed, organisations: _Organisations, tables: Tables, findings: Findings) -> list[_Place]:
    sheet, plan = of.sheet, []
    for heading, group in settle_groups(of.lists, sheet.grants).items():
        listings = of.lists[heading]
        if group.said:
            found = f"{heading}: {'; '.join(x.name for x in listings)}"
            findings.settle("participation", sheet.project, heading, found, f"{group.group}, {group.role}", group.said)
        for listing in _named_once(of, heading, findings):
            source = (of.rows[heading].place, f"row {of.rows[heading].number}, {heading}")
            key = organisations.key(listing, *source)
            if not listing.country:
                organisations.say_no_country(key, listing)
            name = slug(listing.name)
            has_left = any(g.has_left and slug(g.name) == name for g in sheet.grants.grants)
            participation = _add_participation(sheet, key, group, has_left, source, tables)
            plan.append(_Place(participation, name, group.role == "third_party"))
    return plan


def _named_once(of: _Listed, heading: str, findings: Findings) -> list[Listing]:
    """The entries of a list, each name once; a name without a letter is refused."""
    once: dict[str, Listing] = {}
    for listing in of.lists[heading]:
        name = slug(listing.name)
        if not name:
            rule = "a name must hold a letter or a digit"
            findings.refuse("participation", of.rows[heading], heading, listing.text, rule, "Write the name.")
        elif name in once:
            why = "the list names it more than once; it is kept once"
            findings.settle("participation", of.sheet.project, heading, listing.text, once[name].text, why)
        else:
            once[name] = listing
    return list(once.values())


def _add_participation(
    sheet: Sheet, organisation: str, group: Group, has_left: bool, source: tuple[str, str], tables: Tables
) -> str:
    base = f"{sheet.project}:{organisation.removeprefix('org-')}"
    taken, key, number = tables.records.get("participation", {}), base, 2
    while key in taken:
        key, number = f"{base}:{number}", number + 1
    tables.add(
        "participation", key, *source, participation_id=key, project_id=sheet.project, organisation_id=organisation,
        partner_group=group.group, group_basis=group.basis, role=group.role, has_left="yes" if has_left else "",
    )  # fmt: skip
    return key


def _add_grants(
    sheet: Sheet, plan: list[_Place], organisations: _Organisations, tables: Tables, findings: Findings
) -> None:
    source = (sheet.row.place, f"row {sheet.row.number}, Partners")
    for grant in sheet.grants.grants:
        participation = _take(plan, grant)
        if not participation:
            key = organisations.key(Listing(grant.name, grant.name), *source)
            group = Group("unknown", "participant", "list of grants only")
            participation = _add_participation(sheet, key, group, grant.has_left, source, tables)
            _say_unlisted(sheet, grant, participation, findings)
        tables.add(
            "allocation", participation, *source, allocation_id=f"{participation}:grant", project_id=sheet.project,
            participation_id=participation, **amount_columns(grant.amount),
        )  # fmt: skip
    for piece in sheet.grants.broken:
        rule = f"expected a name, then {AMOUNT_RULE}"
        findings.refuse("allocation", sheet.row, "Partners", piece, rule, "Correct the name or its amount.")
    _check_sum(sheet, findings)


def _take(plan: list[_Place], grant: Grant) -> str:
    """The participation that waits for this grant, no longer waiting; empty where no list names it.

    An organisation may stand in a project twice, as a beneficiary and as a third party; the grant's place tells which.
    """
    waiting = sorted((p for p in plan if p.name == slug(grant.name)), key=lambda p: p.is_third != grant.late)
    if not waiting:
        return ""
    plan.remove(waiting[0])
    return waiting[0].participation


def _say_unlisted(sheet: Sheet, grant: Grant, participation: str, findings: Findings) -> None:
    why = "it has left the project, so no list names it" if grant.has_left else "no list of the project names it"
    found = f"{grant.name}: {grant.amount}"
    findings.settle("participation", sheet.project, "Partners", found, participation, f"{why}: group unknown")


def _check_sum(sheet: Sheet, findings: Findings) -> None:
    """Compares the partners' amounts with the public money and with the sum printed behind them."""
    if not sheet.grants.grants:
        return
    added = sum(g.amount for g in sheet.grants.grants)
    try:
        public = parse_amount(sheet.row["IMIFunding"])
    except ValueError:
        return  # the cell is refused already
    for name, printed in (("IMIFunding", public), ("the printed sum", sheet.grants.stated)):
        if printed is not None and printed != added:
            why = f"the partners' amounts differ from {name} by {added - printed:+d} euro; both are kept as printed"
            findings.settle("allocation", sheet.project, "Partners", f"sum {added}", f"{name} {printed}", why)

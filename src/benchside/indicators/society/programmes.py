"""The programme of records that may speak of a project or of a whole programme."""

import ibis
import ibis.expr.types as ir


def with_programme(table: ir.Table, project: ir.Table) -> ir.Table:
    """The records with the column `programme`: that of their project, otherwise the one they name; missing where they say neither."""
    own = table.programme_id if "programme_id" in table.columns else ibis.null("string")
    parent = project.select(parent_id=project.project_id, parent_programme=project.programme_id)
    joined = table.mutate(own_programme=own).left_join(parent, table.project_id == parent.parent_id)
    return joined.mutate(programme=joined.parent_programme.fill_null(joined.own_programme))

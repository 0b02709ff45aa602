"""How long it took: from a project's start, or a result's own date, to use, regulatory step, guideline and market."""

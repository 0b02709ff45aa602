"""Scopes as people write them: `programme=IMI1;call=IMI1-C1|IMI1-C2` is one programme and any of two calls."""

from benchside.errors import UsageError
from benchside.indicators.catalogue import all_dimensions

Scope = dict[str, list[str]]


def parse(text: str | None) -> Scope:
    """A scope from its text; the empty text is everything. Raises `UsageError` for what is not key=value or no scope key."""
    parts = [p for p in (text or "").split(";") if p.strip()]
    return merge(parts)


def merge(parts) -> Scope:
    """A scope from several `key=value` parts; a key given twice means any of its values."""
    scope: Scope = {}
    for part in parts:
        key, sign, values = part.partition("=")
        known = [d.id for d in all_dimensions().values() if d.is_scope]
        if not sign or not values.strip():
            raise UsageError(f"Scope {part!r} has no value. Expected key=value, such as programme=IMI1.")
        if key.strip() not in known:
            raise UsageError(f"Unknown scope key {key.strip()!r}. Known: {', '.join(known)}.")
        scope.setdefault(key.strip(), []).extend(v.strip() for v in values.split("|"))
    return scope


def written(scope: Scope) -> str:
    """The scope as text, keys in order; empty for everything."""
    return ";".join(f"{key}={'|'.join(sorted(values))}" for key, values in sorted(scope.items()))

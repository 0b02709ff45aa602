"""Links and stories themselves."""

"""Effects, awards, patients."""

"""The only room that opens an engine: snapshots by checksum, the build, DuckDB behind Ibis."""

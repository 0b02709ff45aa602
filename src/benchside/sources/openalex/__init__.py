"""OpenAlex: works of a programme or a department, and which records are one work."""

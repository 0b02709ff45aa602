"""What led to what: the graph of records from money to impact, its gaps and defects, and the logic a programme intended."""

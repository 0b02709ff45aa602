"""Fetching: the one place that uses the network, and only when `benchside fetch` asks for it. What to ask stands beside each source."""

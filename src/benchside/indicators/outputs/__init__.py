"""What came out: assets, uses, trials."""

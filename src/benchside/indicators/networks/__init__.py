"""Networks, sites, who works with whom."""

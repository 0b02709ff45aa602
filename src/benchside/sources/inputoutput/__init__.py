"""Input–output tables of the United Kingdom, of Eurostat and of FIGARO, and wide tables as textbooks print them."""

"""Reading tables of others: archives, encodings, separators and layouts, within bounds; shared by the sources."""

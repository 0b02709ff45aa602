"""One writer for each format a report is written in."""

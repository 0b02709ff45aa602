"""Reports: a template of words and asked-for figures, filled from one build and written in a format."""

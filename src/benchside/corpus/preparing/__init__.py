"""The steps of preparing a corpus: settings, reading, rules, staging, citations, years. `corpus.prepare` calls them."""

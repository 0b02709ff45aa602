"""Who took part: teams, organisations, people, countries."""

"""Who is who: identifiers, then candidates by name, then judgements, then clusters. Ids of the sources are never overwritten."""

"""Patents: lists of a search, rows of a patent database, and the rights that projects list."""

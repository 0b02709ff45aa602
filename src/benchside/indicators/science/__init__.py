"""Publications and citations, as far as records give them."""

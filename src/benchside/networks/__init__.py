"""Who works with whom: graphs of those who share something, and what is measured on them."""

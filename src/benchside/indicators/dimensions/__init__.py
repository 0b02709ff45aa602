"""The dimensions by which figures are scoped and cut, one file each."""

"""One file for each kind of page of the HTML report."""

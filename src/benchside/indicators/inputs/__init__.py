"""What went in: money, projects, calls."""

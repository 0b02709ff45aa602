"""What a programme gives back in the standards that others read: one file for each standard, each declaring one `EXPORT`."""

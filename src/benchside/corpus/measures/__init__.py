"""The citation indicators, one file each; every file declares one `MEASURE`."""

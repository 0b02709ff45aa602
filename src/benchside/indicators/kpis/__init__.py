"""The ten key performance indicators of IMI2."""

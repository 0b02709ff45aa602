"""Outside sources, one file each: where it comes from, how it is read, how it becomes the model's tables."""

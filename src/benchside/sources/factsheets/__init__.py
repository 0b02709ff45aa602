"""The fact sheets of the Innovative Medicines Initiative."""

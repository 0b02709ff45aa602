"""The Research Organization Registry, versions 1 and 2 of its dumps."""

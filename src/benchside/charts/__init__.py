"""One file for each picture. A chart asks for figures and gives one Vega-Lite specification, with its finding as title."""

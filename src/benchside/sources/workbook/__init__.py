"""The programme's own records: the workbook, and the empty template of it."""

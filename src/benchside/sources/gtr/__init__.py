"""Gateway to Research, the register of UK Research and Innovation: search exports, tables and API pages."""

"""Why a published figure and a computed one agree or differ: one file for each sort of cause.

Each finder is handed the question (`Case`) and returns sentences, none where it has nothing to say. The check puts them together.
"""

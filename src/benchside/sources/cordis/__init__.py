"""CORDIS, the European Commission's register of research projects, in its present and older layouts."""

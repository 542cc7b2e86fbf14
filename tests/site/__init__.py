"""The program, on small repositories of plain Python: no framework, seconds."""

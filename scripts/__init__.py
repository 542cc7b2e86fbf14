"""The program behind the site: run snippets, compare the sides, render pages."""

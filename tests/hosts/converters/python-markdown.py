"""What MkDocs and Pelican make of Markdown, with the extensions that they set up: standard input to HTML."""

import sys

import markdown

sys.stdin.reconfigure(encoding="utf-8")
sys.stdout.reconfigure(encoding="utf-8")
print(markdown.markdown(sys.stdin.read(), extensions=["toc", "tables", "fenced_code", "meta", "extra", "smarty"]))

# What Jekyll makes of Markdown: standard input to HTML.
require "kramdown"

puts Kramdown::Document.new($stdin.read.force_encoding("UTF-8"), input: "kramdown").to_html

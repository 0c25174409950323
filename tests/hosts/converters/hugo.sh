# What Hugo makes of Markdown, with HTML allowed as the documentation says: standard input to HTML.
set -eu
site=$(mktemp -d)
trap 'rm -rf "$site"' EXIT
mkdir -p "$site/content" "$site/layouts/_default"
printf '%s\n' 'baseURL = "https://host.example/"' 'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404", "home"]' \
  '[markup.goldmark.renderer]' 'unsafe = true' >"$site/config.toml"
echo '{{ .Content }}' >"$site/layouts/_default/single.html"
{ printf -- '---\ntitle: A page\n---\n\n'; cat; } >"$site/content/page.md"
hugo --quiet --source "$site" >&2
cat "$site/public/page/index.html"

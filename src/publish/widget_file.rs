// Which files make up the widget. Also compiled into build.rs, which puts them into the binary.

/// Whether a file at the top of an assembled site belongs to the widget rather than to our own campaign page.
pub fn is_widget_file(name: &str) -> bool {
    let plain = name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz")).unwrap_or(name);
    let ends = [".js", ".wasm", ".css", ".json", ".d.ts", ".txt"];
    let own = plain.starts_with("open-letter") && ends.iter().any(|end| plain.ends_with(end));
    own || matches!(plain, "embed.html" | "custom-elements.json" | "integrity.json" | "letter.schema.json")
}

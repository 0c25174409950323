//! Helpers that look into HTML written by our own code.

/// The text between the two, at their first occurrence.
#[track_caller]
pub fn between<'h>(html: &'h str, start: &str, end: &str) -> &'h str {
    let (_, rest) = html.split_once(start).unwrap_or_else(|| panic!("lacks {start}:\n{html}"));
    rest.split_once(end).unwrap_or_else(|| panic!("lacks {end} after {start}:\n{html}")).0
}

/// The start tags of elements of that name, without brackets.
pub fn tags<'h>(html: &'h str, name: &str) -> impl Iterator<Item = &'h str> {
    let starts = html.split('<').filter_map(|part| part.split_once('>')).map(|(tag, _)| tag);
    let is_it = |tag: &&str| tag.split([' ', '/']).next() == Some(name);
    starts.filter(is_it)
}

/// An attribute's value, as written.
pub fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    tag.split_once(&format!(" {name}=\""))?.1.split_once('"').map(|(value, _)| value)
}

/// The text, without comments, styles, scripts and tags.
pub fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let end = ["!--", "style", "script"].into_iter().find(|start| after.starts_with(start));
        rest = match end {
            Some("!--") => between(after, "", "-->").len().checked_add(3).map(|end| &after[end..]).unwrap(),
            Some(name) => after.split_once(&format!("</{name}>")).unwrap().1,
            None => after.split_once('>').unwrap().1,
        };
    }
    text.push_str(rest);
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    entities.iter().fold(text, |text, (entity, char)| text.replace(entity, char))
}

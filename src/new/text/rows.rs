//! What a line has of the source's own lines and columns, which only names need.

use super::document::{Line, Piece};

impl Line {
    /// Makes spaces of tabs and of the ends of the source's lines.
    pub fn space(&mut self) {
        for piece in &mut self.0 {
            if let Piece::Text(text, _) = piece {
                *text = text.replace(['\t', '\n'], " ");
            }
        }
    }

    /// The line's parts between its line breaks, and between the ends of the source's lines.
    #[must_use]
    pub fn rows(&self) -> Vec<Line> {
        let mut rows = vec![Line::default()];
        for piece in &self.0 {
            let (text, style) = match piece {
                Piece::Text(text, style) => (text, style),
                Piece::Break => {
                    rows.push(Line::default());
                    continue;
                }
                note @ Piece::Note(_) => {
                    if let Some(Line(pieces)) = rows.last_mut() {
                        pieces.push(note.clone());
                    }
                    continue;
                }
            };
            for (at, part) in text.split('\n').enumerate() {
                if at > 0 {
                    rows.push(Line::default());
                }
                if let Some(row) = rows.last_mut() {
                    row.add(part.to_string(), style);
                }
            }
        }
        rows.into_iter().map(Line::trimmed).collect()
    }

    /// The words between tabs, or between three spaces and more.
    #[must_use]
    pub fn cells(&self) -> Vec<String> {
        let raw = self.0.iter().map(|piece| if let Piece::Text(text, _) = piece { text.as_str() } else { " " });
        let raw = raw.collect::<String>().replace('\u{a0}', " ").replace("   ", "\t");
        raw.split('\t').map(str::trim).filter(|cell| !cell.is_empty()).map(str::to_string).collect()
    }

    /// The addresses of its links.
    #[must_use]
    pub fn links(&self) -> Vec<&str> {
        let styles =
            self.0.iter().filter_map(|piece| if let Piece::Text(_, style) = piece { Some(style) } else { None });
        let mut links: Vec<&str> = styles.filter_map(|style| style.link.as_deref()).collect();
        links.dedup();
        links
    }
}

//! The words of a Word document's paragraphs.

use super::super::document::{Line, Piece, Style};
use super::super::signs;
use super::super::xml::{attribute, child, value};
use super::body::{Reader, words};
use super::styles::flag;
use roxmltree::Node;

impl<'d> Reader<'d> {
    /// Reads the words of a paragraph.
    pub(super) fn inline(&mut self, parent: Node<'d, 'd>, line: &mut Line) {
        self.pieces(parent, None, line);
    }

    fn pieces(&mut self, parent: Node<'d, 'd>, to: Option<&str>, line: &mut Line) {
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "r" => self.run(node, to, line),
                "hyperlink" => {
                    let target = attribute(node, "id").and_then(|id| self.rels.get(id));
                    let anchor = attribute(node, "anchor").map(|anchor| format!("#{anchor}")).unwrap_or_default();
                    let address = target.map(|target| target.address.clone() + &anchor).unwrap_or(anchor);
                    let to = self.link(&address);
                    self.pieces(node, to.as_deref(), line);
                }
                "ins" | "moveTo" => {
                    self.counts.inserted += 1;
                    self.pieces(node, to, line);
                }
                "del" | "moveFrom" => self.counts.deleted += 1,
                "fldSimple" => {
                    self.fields.push((attribute(node, "instr").unwrap_or_default().to_string(), true));
                    self.pieces(node, to, line);
                    self.fields.pop();
                }
                "oMath" | "oMathPara" => self.document.losses.add("an equation", vec![words(node)]),
                "sdt" | "sdtContent" | "smartTag" | "customXml" | "bdo" | "dir" => self.pieces(node, to, line),
                _ => {}
            }
        }
    }

    /// The address of a link, if a letter may have it.
    fn link(&mut self, address: &str) -> Option<String> {
        let fits = signs::is_link(address);
        if !fits && !address.is_empty() && !address.starts_with("#_") {
            self.document.losses.add(format!("a link to {address}, which leads to no page of the web"), vec![]);
        }
        fits.then(|| address.to_string())
    }

    fn run(&mut self, run: Node<'d, 'd>, to: Option<&str>, line: &mut Line) {
        let properties = child(run, "rPr");
        let is = |name: &str| properties.and_then(|node| flag(node, name));
        if is("vanish") == Some(true) {
            let hidden = words(run);
            if !hidden.is_empty() {
                self.document.losses.add("hidden words", vec![hidden]);
            }
            return;
        }
        let named = properties.and_then(|node| self.styles.of_words(value(node, "rStyle")?));
        let mut style = Style {
            strong: is("b").or(named.and_then(|style| style.strong)).unwrap_or_default(),
            em: is("i").or(named.and_then(|style| style.em)).unwrap_or_default(),
            link: to.map(str::to_string),
        };
        let instruction = self.fields.iter().rev().find_map(|(text, _)| signs::field_link(text));
        if let (None, Some(address)) = (&style.link, instruction) {
            style.link = signs::is_link(&address).then_some(address);
        }
        let raised = properties.and_then(|node| value(node, "vertAlign"));
        for node in run.children().filter(Node::is_element) {
            self.piece(node, &style, raised, line);
        }
        if !words(run).is_empty() {
            self.looks(properties);
        }
    }

    fn piece(&mut self, node: Node<'d, 'd>, style: &Style, raised: Option<&str>, line: &mut Line) {
        match node.tag_name().name() {
            "fldChar" => self.field(attribute(node, "fldCharType").unwrap_or_default()),
            "instrText" => {
                if let Some((text, false)) = self.fields.last_mut() {
                    text.push_str(node.text().unwrap_or_default());
                }
            }
            _ if !self.is_shown() || self.is_contents() => {}
            "t" => {
                let text = node.text().unwrap_or_default();
                let text = match raised {
                    Some("superscript") => signs::raised(text),
                    Some("subscript") => signs::lowered(text),
                    _ => None,
                }
                .unwrap_or_else(|| text.to_string());
                line.push(&text, style);
            }
            "tab" | "ptab" => {
                if !line.plain().is_empty() {
                    self.document.losses.add("a tab, which is a space now", vec![]);
                }
                line.push(" ", style);
            }
            "br" if matches!(attribute(node, "type"), Some("page" | "column")) => {}
            "br" | "cr" => line.0.push(Piece::Break),
            "noBreakHyphen" => line.push("\u{2011}", style),
            "softHyphen" => line.push("\u{ad}", style),
            "sym" => self.sign(node, style, line),
            "footnoteReference" => self.refer("footnote", attribute(node, "id"), line),
            "endnoteReference" => self.refer("endnote", attribute(node, "id"), line),
            "commentReference" => self.counts.comments += 1,
            "drawing" | "pict" | "object" => self.drawing(node),
            "AlternateContent" => {
                if let Some(choice) = child(node, "Choice").or_else(|| child(node, "Fallback")) {
                    for node in choice.children().filter(Node::is_element) {
                        self.piece(node, style, raised, line);
                    }
                }
            }
            "ruby" => {
                self.document.losses.add("pronunciation marks (ruby)", vec![]);
                if let Some(base) = child(node, "rubyBase") {
                    self.pieces(base, style.link.as_deref(), line);
                }
            }
            _ => {}
        }
    }

    /// Follows a field: its instruction, then what it shows.
    fn field(&mut self, kind: &str) {
        match kind {
            "begin" => self.fields.push((String::new(), false)),
            "separate" => {
                if let Some((_, shown)) = self.fields.last_mut() {
                    *shown = true;
                }
            }
            _ => {
                if self.fields.pop().is_some_and(|(text, _)| is_contents(&text)) {
                    self.document.losses.add("the table of contents", vec![]);
                }
            }
        }
    }

    fn is_contents(&self) -> bool {
        self.fields.iter().any(|(text, _)| is_contents(text))
    }

    /// A sign of a font that has signs in place of letters.
    fn sign(&mut self, node: Node, style: &Style, line: &mut Line) {
        let code = attribute(node, "char").and_then(|code| u32::from_str_radix(code, 16).ok());
        let font = attribute(node, "font").unwrap_or_default();
        match code.and_then(|code| signs::of_font(font, code)) {
            Some(sign) => line.push(sign, style),
            None => self.document.losses.add(format!("a sign of the font {font}"), vec![]),
        }
    }

    /// A picture, a text box, or a line across.
    fn drawing(&mut self, node: Node) {
        if node.descendants().any(|node| attribute(node, "hr").is_some_and(|value| matches!(value, "t" | "true"))) {
            self.has_rule = true;
            return;
        }
        let text = words(node);
        if !text.is_empty() {
            self.document.losses.add("a text box", vec![text]);
            return;
        }
        let about = |node: Node| attribute(node, "descr").or_else(|| attribute(node, "alt")).map(str::to_string);
        let described = node.descendants().find_map(about).filter(|text| !text.trim().is_empty());
        self.document.losses.add("an image", described.into_iter().collect());
    }

    /// Looks that a letter does not have.
    fn looks(&mut self, properties: Option<Node>) {
        let Some(properties) = properties else { return };
        let is = |name: &str| child(properties, name).is_some() && flag(properties, name) != Some(false);
        let color = value(properties, "color")
            .is_some_and(|color| !matches!(color, "auto" | "000000" | "0563C1" | "0000FF" | "467886"));
        let looks = [
            (color || is("highlight"), "text colour"),
            (is("u") && value(properties, "rStyle").is_none() && !self.is_linked(), "underlining"),
            (is("strike") || is("dstrike"), "strikethrough (the words are kept: delete them if they should go)"),
        ];
        for (_, what) in looks.into_iter().filter(|(has, _)| *has) {
            self.document.losses.add(what, vec![]);
        }
    }

    fn is_linked(&self) -> bool {
        self.fields.iter().any(|(text, _)| signs::field_link(text).is_some())
    }
}

fn is_contents(instruction: &str) -> bool {
    instruction.split_whitespace().next() == Some("TOC")
}

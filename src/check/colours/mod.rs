//! Checks the colours that a host page's stylesheet gives a letter: whether text is readable on its background.

mod contrast;
mod declarations;

use super::{Checked, in_order};
use crate::source::draft::read_text;
use crate::source::finding::{Finding, Findings, Weight, in_a_line};
use crate::source::keys::nearest;
use contrast::{Ratio, ratio};
use csscolorparser::Color;
use declarations::{Declaration, Scheme, declarations};
use std::path::Path;

/// The prefix of all custom properties of the widget.
const PREFIX: &str = "--open-letter-";

/// The properties that a host page may set, without their prefix.
const PROPERTIES: [&str; 17] = [
    "accent",
    "on-accent",
    "text",
    "background",
    "muted",
    "rule",
    "tint",
    "font",
    "heading-font",
    "font-size",
    "title-size",
    "count-size",
    "line-height",
    "measure",
    "margin-inline",
    "space",
    "radius",
];

/// Text colours and their backgrounds.
const PAIRS: [(&str, &str); 4] =
    [("text", "background"), ("muted", "background"), ("accent", "background"), ("on-accent", "accent")];

/// The share of the text's colour in muted text that has no colour of its own (`style/widget/tokens.css`).
const MUTED: f32 = 0.76;

/// Checks the custom properties of a stylesheet.
#[must_use]
pub fn check(path: &Path) -> Checked {
    let mut findings = Findings::of(path);
    let Some(css) = read_text(path, &mut findings) else { return Checked { findings: findings.list, summary: None } };
    let declarations = declarations(&css);
    let own: Vec<&Declaration> = declarations.iter().filter(|one| one.name.starts_with(PREFIX)).collect();
    if own.is_empty() {
        findings.error_of_file(format!(
            "has no custom property of the widget: give one that sets {PREFIX}accent or another"
        ));
    }
    let sheet = Sheet { path, declarations: &declarations };
    findings.list.extend(own.iter().filter_map(|one| sheet.unknown(one)));
    findings.list.extend(sheet.contrasts());
    let count = own.len();
    let properties = if count == 1 { "property" } else { "properties" };
    let summary = Some(format!("{count} {properties} of the widget")).filter(|_| count > 0);
    Checked { findings: in_order(findings.list), summary }
}

struct Sheet<'s> {
    path: &'s Path,
    declarations: &'s [Declaration],
}

/// A colour, its text in the file, and its place.
#[derive(Clone)]
struct Given<'s> {
    colour: Color,
    text: String,
    declaration: Option<&'s Declaration>,
}

impl<'s> Sheet<'s> {
    fn unknown(&self, one: &Declaration) -> Option<Finding> {
        let name = one.name.strip_prefix(PREFIX).filter(|name| !PROPERTIES.contains(name))?;
        let remedy = match nearest(name, PROPERTIES.into_iter()) {
            Some(meant) => format!("did you mean {PREFIX}{meant}?"),
            None => format!("there are {PREFIX}… {}", PROPERTIES.join(", ")),
        };
        let message = format!("{} is not a property of the widget: {remedy}", one.name);
        Some(self.finding(one, Weight::Warning, "property", message))
    }

    fn contrasts(&self) -> Vec<Finding> {
        let mut findings: Vec<Finding> = Vec::new();
        let has_dark =
            self.declarations.iter().any(|one| one.scheme == Some(Scheme::Dark) || one.value.contains("light-dark("));
        for scheme in if has_dark { vec![Scheme::Light, Scheme::Dark] } else { vec![Scheme::Light] } {
            for (front, back) in PAIRS {
                for (front, back) in self.pairs(front, back, scheme) {
                    let found = self.contrast(&front, &back, scheme);
                    // Without a dark variant, both schemes have the same two colours.
                    let is_reported = |one: &Finding| {
                        findings.iter().any(|other| {
                            (other.line, other.column, &other.message) == (one.line, one.column, &one.message)
                        })
                    };
                    findings.extend(found.filter(|one| !is_reported(one)));
                }
            }
        }
        findings.extend(self.unread());
        findings
    }

    /// The pairs of colours that can meet. A colour with one value in a scheme is certain; of several values, those in
    /// one rule belong together.
    fn pairs(&self, front: &str, back: &str, scheme: Scheme) -> Vec<(Given<'s>, Given<'s>)> {
        let (fronts, backs) = (self.given(front, scheme), self.given(back, scheme));
        if fronts.len() <= 1 && backs.len() <= 1 {
            let back = backs.into_iter().next().or_else(|| Self::default(back, scheme));
            let muted = || (front == "muted").then(|| self.muted(back.as_ref()?, scheme)).flatten();
            let front = fronts.into_iter().next().or_else(muted).or_else(|| Self::default(front, scheme));
            let is_given = |given: &Given| given.declaration.is_some();
            let pair = front.zip(back).filter(|(front, back)| is_given(front) || is_given(back));
            return pair.into_iter().collect();
        }
        let rule = |given: &Given| given.declaration.map(|one| one.rule);
        let beside = |front: &Given<'s>| backs.iter().find(|back| rule(back) == rule(front)).cloned();
        fronts.iter().filter_map(|front| Some((front.clone(), beside(front)?))).collect()
    }

    /// The values that the file gives a property in a scheme: those for that scheme alone, else those for both.
    fn given(&self, name: &str, scheme: Scheme) -> Vec<Given<'s>> {
        let of = |wanted: Option<Scheme>| -> Vec<Given<'s>> {
            let name = format!("{PREFIX}{name}");
            let own = self.declarations.iter().filter(|one| one.name == name && one.scheme == wanted);
            own.filter_map(|one| self.read(one, scheme)).collect()
        };
        let special = of(Some(scheme));
        if special.is_empty() { of(None) } else { special }
    }

    fn read(&self, declaration: &'s Declaration, scheme: Scheme) -> Option<Given<'s>> {
        let text = declaration.resolved(self.declarations, scheme);
        let colour = csscolorparser::parse(&text).ok()?;
        Some(Given { colour, text, declaration: Some(declaration) })
    }

    /// The widget's default. For text and background, the widget takes those of the host page.
    fn default(name: &str, scheme: Scheme) -> Option<Given<'s>> {
        let text = match (name, scheme) {
            ("accent", Scheme::Light) => "#8a1c2b",
            ("accent", Scheme::Dark) => "#ff9aa5",
            ("on-accent", Scheme::Light) => "#fff",
            ("on-accent", Scheme::Dark) => "#1b1013",
            _ => return None,
        };
        Some(Given { colour: csscolorparser::parse(text).ok()?, text: format!("{text}, the usual"), declaration: None })
    }

    /// Muted text derived from the text's own colour.
    fn muted(&self, back: &Given<'s>, scheme: Scheme) -> Option<Given<'s>> {
        let texts = self.given("text", scheme);
        let [text] = texts.as_slice() else { return None };
        let colour = contrast::over(&Color { a: text.colour.a * MUTED, ..text.colour }, &back.colour);
        Some(Given { colour, text: format!("{} at 76 %", text.text), declaration: text.declaration })
    }

    fn contrast(&self, front: &Given, back: &Given, scheme: Scheme) -> Option<Finding> {
        let ratio = ratio(&front.colour, &back.colour);
        let weight = match ratio {
            Ratio::Low(_) => Weight::Warning,
            Ratio::Fair(_) => Weight::Hint,
            Ratio::High(_) => return None,
        };
        let remedy = match weight {
            Weight::Warning => "take a lighter or a darker one, text needs 4.5:1 (WCAG 2.2, 1.4.3)",
            _ => "7:1 would serve readers of weak sight (WCAG 2.2, 1.4.6)",
        };
        let scheme = if scheme == Scheme::Dark { " in the dark scheme" } else { "" };
        let name = front.declaration.map_or("the usual colour", |one| one.name.as_str());
        let at = front.declaration.or(back.declaration)?;
        let message = format!("{name} ({}) on {} has a contrast of {ratio}{scheme}: {remedy}", front.text, back.text);
        Some(self.finding(at, weight, "contrast", message))
    }

    /// Colours that can't be computed here, such as variables of another file.
    fn unread(&self) -> Vec<Finding> {
        let is_colour =
            |one: &&Declaration| one.name.strip_prefix(PREFIX).is_some_and(|name| PROPERTIES[..5].contains(&name));
        let mut findings = Vec::new();
        for one in self.declarations.iter().filter(is_colour) {
            let text = one.resolved(self.declarations, one.scheme.unwrap_or(Scheme::Light));
            if csscolorparser::parse(&text).is_ok() {
                continue;
            }
            let message = if text.starts_with('#') {
                (Weight::Warning, format!("{} is {text}, which is not a colour: write it as #8a1c2b", one.name))
            } else {
                let message = format!(
                    "{} is {text}, whose contrast this file does not determine: look at it on the page",
                    one.name
                );
                (Weight::Hint, message)
            };
            findings.push(self.finding(one, message.0, "contrast", message.1));
        }
        findings
    }

    fn finding(&self, at: &Declaration, weight: Weight, code: &'static str, message: String) -> Finding {
        let (file, message) = (self.path.to_path_buf(), in_a_line(&message));
        Finding { file, line: Some(at.line), column: Some(at.column), path: None, code: Some(code), message, weight }
    }
}

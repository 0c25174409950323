//! The parts of a Word document, found by their relationships (ECMA-376, part 2).

use super::super::xml;
use crate::files::archive::Archive;
use anyhow::{Context, Result};
use std::collections::HashMap;

/// The targets of a part's relationships, by their ids.
pub type Rels = HashMap<String, Target>;

/// What a relationship leads to.
#[derive(Clone, Debug)]
pub struct Target {
    /// The last word of its type: `hyperlink`.
    pub kind: String,
    /// Its address, or the name of a part.
    pub address: String,
}

/// A part, and where its relationships lead.
#[derive(Debug)]
pub struct Part {
    /// The XML.
    pub text: String,
    /// Its relationships.
    pub rels: Rels,
}

/// The parts that matter for the text.
#[derive(Debug)]
pub struct Parts {
    /// The text itself.
    pub main: Part,
    /// The styles.
    pub styles: Option<String>,
    /// The numbering of lists.
    pub numbering: Option<String>,
    /// The footnotes.
    pub footnotes: Option<Part>,
    /// The endnotes.
    pub endnotes: Option<Part>,
    /// Headers and footers, each with the word for it.
    pub margins: Vec<(&'static str, String)>,
}

impl Parts {
    /// Finds them.
    ///
    /// # Errors
    /// If the text is not there, or a part can't be unpacked.
    pub fn read(archive: &mut Archive) -> Result<Parts> {
        let roots = rels(archive, "_rels/.rels", "")?;
        let main = roots.values().find(|target| target.kind == "officeDocument");
        let name = main.map_or("word/document.xml", |target| target.address.as_str()).to_string();
        let main = part(archive, &name)?.context("has no text in it: open it in Word, and save it again as .docx")?;
        let mut targets: Vec<Target> = main.rels.values().cloned().collect();
        targets.sort_by(|a, b| a.address.cmp(&b.address));
        let named = |kind: &str| targets.iter().find(|target| target.kind == kind).map(|target| target.address.clone());
        let mut of_kind = |kind: &str| named(kind).map_or(Ok(None), |name| part(archive, &name));
        let styles = of_kind("styles")?.map(|part| part.text);
        let numbering = of_kind("numbering")?.map(|part| part.text);
        let (footnotes, endnotes) = (of_kind("footnotes")?, of_kind("endnotes")?);
        let mut margins = Vec::new();
        for target in &targets {
            let what = match target.kind.as_str() {
                "header" => "header",
                "footer" => "footer",
                _ => continue,
            };
            margins.extend(part(archive, &target.address)?.map(|part| (what, part.text)));
        }
        Ok(Parts { main, styles, numbering, footnotes, endnotes, margins })
    }
}

fn part(archive: &mut Archive, name: &str) -> Result<Option<Part>> {
    let Some(text) = archive.text(name)? else { return Ok(None) };
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let slash = if folder.is_empty() { "" } else { "/" };
    let rels = rels(archive, &format!("{folder}{slash}_rels/{file}.rels"), folder)?;
    Ok(Some(Part { text, rels }))
}

/// The relationships of a part in that folder.
fn rels(archive: &mut Archive, name: &str, folder: &str) -> Result<Rels> {
    let Some(text) = archive.text(name)? else { return Ok(Rels::new()) };
    let document = xml::parse(&text, name)?;
    let relationships = document.root_element().children().filter(roxmltree::Node::is_element);
    let target = |node: roxmltree::Node| {
        let kind = node.attribute("Type")?.rsplit('/').next()?.to_string();
        let address = node.attribute("Target")?;
        let is_outside = node.attribute("TargetMode") == Some("External");
        let address = if is_outside { address.to_string() } else { resolved(folder, address) };
        Some((node.attribute("Id")?.to_string(), Target { kind, address }))
    };
    Ok(relationships.filter_map(target).collect())
}

/// The name of a part, seen from a folder.
fn resolved(folder: &str, address: &str) -> String {
    let mut segments: Vec<&str> = match address.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|segment| !segment.is_empty()).collect(),
    };
    for segment in address.split('/').filter(|segment| !matches!(*segment, "" | ".")) {
        if segment == ".." {
            segments.pop();
        } else {
            segments.push(segment);
        }
    }
    segments.join("/")
}

//! Where a page is, and addresses relative to it.

use crate::source::partners::Partner;
use std::borrow::Cow;
use url::Url;

/// The folder of the pages with all names, inside the letter's folder. No language tag can be its name.
pub use crate::source::letter_folder::NAMES_FOLDER;

/// The folder of the page for partners inside the letter's, with a folder for each partner. No partner has a file's name
/// for an id.
pub const PARTNERS_FOLDER: &str = "partners/";

/// The folder of the page for all partners, or of that partner's, inside the letter's.
pub fn partners_folder(partner: Option<&Partner>) -> String {
    partner.map_or_else(|| PARTNERS_FOLDER.to_string(), |partner| format!("{PARTNERS_FOLDER}{}/", partner.id))
}

/// A page within a letter's folder.
#[derive(Clone, Debug)]
pub struct Place<'s> {
    /// The site's address with a final slash, if known.
    pub base: Option<&'s str>,
    /// The letter's id.
    pub id: &'s str,
    /// The page's folder inside the letter's, with a final slash, or empty.
    pub folder: Cow<'s, str>,
}

impl Place<'_> {
    /// A file of the letter's folder, relative to the page. The folder itself is `./`.
    #[must_use]
    pub fn to(&self, path: &str) -> String {
        let own = path.strip_prefix(self.folder.as_ref()).filter(|_| !self.folder.is_empty());
        let reference = match own {
            Some(rest) => rest.to_string(),
            None => [&self.up(), path].concat(),
        };
        if reference.is_empty() { "./".to_string() } else { reference }
    }

    /// Another page of the same letter, in that folder.
    #[must_use]
    pub fn within(&self, folder: String) -> Place<'_> {
        Place { base: self.base, id: self.id, folder: folder.into() }
    }

    /// A file of the site, relative to the page.
    #[must_use]
    pub fn to_site(&self, path: &str) -> String {
        [&self.up(), "../../", path].concat()
    }

    /// The full address of a file of the letter's folder; relative to the page if the site's address is unknown.
    #[must_use]
    pub fn whole(&self, path: &str) -> String {
        self.absolute(path).unwrap_or_else(|| self.to(path))
    }

    /// The full address of a file of the site; relative to the page if the site's address is unknown.
    #[must_use]
    pub fn whole_of_site(&self, path: &str) -> String {
        self.base.map_or_else(|| self.to_site(path), |base| [base, path].concat())
    }

    /// The full address of a file of the letter's folder, if the site's is known.
    #[must_use]
    pub fn absolute(&self, path: &str) -> Option<String> {
        Some(format!("{}letters/{}/{path}", self.base?, self.id))
    }

    /// A link of the letter, which is relative to `letter.json`, rewritten for the page.
    #[must_use]
    pub fn link(&self, written: &str) -> String {
        if self.folder.is_empty() || !is_relative(written) {
            return written.to_string();
        }
        [&self.up(), written].concat()
    }

    /// The full address of a link of the letter, if the site's address is known.
    #[must_use]
    pub fn whole_link(&self, written: &str) -> String {
        let whole = || {
            let folder = Url::parse(&self.absolute("")?).ok()?;
            Some(folder.join(written).ok()?.to_string())
        };
        if Url::parse(written).is_ok() { written.to_string() } else { whole().unwrap_or_else(|| self.link(written)) }
    }

    /// The way from the page's folder up to the letter's.
    fn up(&self) -> String {
        "../".repeat(self.folder.matches('/').count())
    }
}

/// Whether the link depends on the page's folder.
fn is_relative(reference: &str) -> bool {
    // Most links are absolute, and parsing a million of them takes time.
    !reference.starts_with("https://") && !reference.starts_with('/') && Url::parse(reference).is_err()
}

#[cfg(test)]
mod tests {
    use super::Place;

    fn place(base: Option<&'static str>, folder: &'static str) -> Place<'static> {
        Place { base, id: "x", folder: folder.into() }
    }

    #[test]
    fn files_are_found_from_any_folder() {
        let (letter, french) = (place(None, ""), place(None, "fr/"));
        assert_eq!(["", "fr/", "letter.json"].map(|path| letter.to(path)), ["./", "fr/", "letter.json"]);
        assert_eq!(["", "fr/", "letter.json"].map(|path| french.to(path)), ["../", "./", "../letter.json"]);
        assert_eq!(letter.to_site("open-letter.js"), "../../open-letter.js");
        assert_eq!(french.to_site("open-letter.js"), "../../../open-letter.js");
    }

    #[test]
    fn links_lead_where_they_did() {
        let french = place(Some("https://a.example/sub/"), "fr/");
        for (written, seen, whole) in [
            ("https://b.example/", "https://b.example/", "https://b.example/"),
            ("mailto:a@b.example", "mailto:a@b.example", "mailto:a@b.example"),
            ("photo.jpg", "../photo.jpg", "https://a.example/sub/letters/x/photo.jpg"),
            ("../y/", "../../y/", "https://a.example/sub/letters/y/"),
            ("/sign", "/sign", "https://a.example/sign"),
        ] {
            assert_eq!((french.link(written).as_str(), french.whole_link(written).as_str()), (seen, whole));
        }
        assert_eq!(place(None, "").link("photo.jpg"), "photo.jpg");
        assert_eq!(place(None, "fr/").whole_link("photo.jpg"), "../photo.jpg");
    }
}

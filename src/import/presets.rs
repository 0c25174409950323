//! The column headings in exports of known systems.
//!
//! A system is here only if its columns are documented or visible in its source; coordinators map others by hand.

use super::headings::Wanted;

/// The export of a system.
#[derive(Debug)]
pub struct Preset {
    /// Its name on the command line.
    pub name: &'static str,
    /// Each target, and the headings that releases of the system gave its column.
    columns: &'static [(&'static str, &'static [&'static str])],
    /// Additional words for yes.
    pub yes: &'static [&'static str],
}

/// The known systems.
pub static PRESETS: [Preset; 2] = [
    // The fields of a report, as programs that read one name them; it has others too, such as zip_code and
    // can2_user_city.
    Preset {
        name: "action-network",
        columns: &[
            ("first-name", &["first_name"]),
            ("last-name", &["last_name"]),
            ("email", &["email"]),
            ("key", &["uuid"]),
        ],
        yes: &[],
    },
    // includes/csv.php of the plugin SpeakOut! Email Petitions, in English, with the headings of all its releases.
    // `Confirmed` is not used: some releases wrote *unconfirmed* even if nobody had been asked to confirm, and the
    // plugin itself can leave the unconfirmed out.
    Preset {
        name: "wordpress-speakout",
        columns: &[
            ("first-name", &["First Name"]),
            ("last-name", &["Last Name"]),
            ("email", &["Email Address"]),
            ("country", &["Country"]),
            ("signed", &["Date Signed"]),
            ("anonymous", &["Anonymise", "Anonymous"]),
            ("key", &["Signature ID", "ID"]),
        ],
        yes: &["*"],
    },
];

impl Preset {
    /// The preset of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Preset> {
        PRESETS.iter().find(|preset| preset.name == name)
    }

    /// The headings to look for. The name is required.
    #[must_use]
    pub fn wanted(&self) -> Vec<Wanted> {
        let wanted = |(target, headings): &(&'static str, &[&str])| Wanted {
            target,
            headings: headings.iter().map(ToString::to_string).collect(),
            required: target.ends_with("name"),
        };
        self.columns.iter().map(wanted).collect()
    }
}

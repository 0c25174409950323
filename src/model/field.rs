//! The fields that a form can ask for: a closed list, so that every label is translated and browsers can fill them in.

use super::json::{Json, Node};
use super::limits;
use super::reader::Reader;

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Field {
    /// The whole name, in one field.
    Name,
    /// The given name, for receivers that want the name in two parts.
    FirstName,
    /// The family name, for receivers that want the name in two parts.
    LastName,
    /// The e-mail address.
    Email,
    /// Whether a person or an organisation signs.
    Kind,
    /// The organisation that signs, or that a person belongs to.
    Organisation,
    /// What a person does.
    Role,
    /// The country, as an ISO 3166-1 alpha-2 code or as a name.
    Country,
    /// The postcode.
    Postcode,
    /// A few words of the signatory's own.
    Comment,
    /// A box: the name may be published. Without it, names are published, and `consent` says so.
    Public,
    /// A box: the explicit consent to what happens with the data.
    Consent,
    /// A box: the signatory wants to hear more.
    News,
}

/// How long an answer may be, in characters.
const MOST: [usize; 13] = [100, 100, 100, 254, 12, 150, 100, 60, 20, limits::COMMENT, 3, 100, 3];

impl Field {
    /// All fields, with the words that name them.
    pub const ALL: [(Field, &str); 13] = [
        (Field::Name, "name"),
        (Field::FirstName, "first-name"),
        (Field::LastName, "last-name"),
        (Field::Email, "email"),
        (Field::Kind, "kind"),
        (Field::Organisation, "organisation"),
        (Field::Role, "role"),
        (Field::Country, "country"),
        (Field::Postcode, "postcode"),
        (Field::Comment, "comment"),
        (Field::Public, "public"),
        (Field::Consent, "consent"),
        (Field::News, "news"),
    ];

    /// The word that names the field.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL.into_iter().find_map(|(field, name)| (field == self).then_some(name)).unwrap_or_default()
    }

    /// The field that the word names.
    #[must_use]
    pub fn parse(word: &str) -> Option<Field> {
        Self::ALL.into_iter().find_map(|(field, name)| (name == word).then_some(field))
    }

    /// Whether the field is a box to tick.
    #[must_use]
    pub fn is_box(self) -> bool {
        matches!(self, Field::Public | Field::Consent | Field::News)
    }

    /// The value of the attribute `autocomplete` (HTML standard, autofill); `None` where browsers know nothing to fill
    /// in.
    #[must_use]
    pub fn autocomplete(self) -> Option<&'static str> {
        Some(match self {
            Field::Name => "name",
            Field::FirstName => "given-name",
            Field::LastName => "family-name",
            Field::Email => "email",
            Field::Organisation => "organization",
            Field::Role => "organization-title",
            Field::Country => "country",
            Field::Postcode => "postal-code",
            _ => return None,
        })
    }

    /// The most characters that an answer may have.
    #[must_use]
    pub fn most(self) -> usize {
        Self::ALL.iter().zip(MOST).find_map(|((field, _), most)| (*field == self).then_some(most)).unwrap_or_default()
    }
}

/// When a field must be answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Required {
    /// Never.
    #[default]
    Never,
    /// Always.
    Always,
    /// If an organisation signs.
    Organisation,
}

/// What a form asks.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Ask {
    /// The field.
    pub field: Field,
    /// Whether it must be answered: `true`, `false`, or `"organisation"` if an organisation signs. Names, consent, and
    /// what our collector needs are always required.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<native::RequiredWord>"))]
    pub required: Required,
    /// How many characters an answer may have. In `letter.json`, for `comment`: at most 400, and 280 without this.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<u32>", range(min = 1, max = 400)))]
    pub max: usize,
    /// The name of this version of the text, for `consent`: it is sent with the signature.
    pub id: Option<String>,
    /// The text of a box. `consent` and `news` need one; the interface has one for `public`.
    pub text: Option<String>,
}

impl Ask {
    /// Reads what the form asks. `None` for a field that doesn't exist, or a box without a text.
    pub(super) fn read(node: &Node, reader: &mut Reader) -> Option<Ask> {
        const FIELDS: &str = "write name, first-name, last-name, email, kind, organisation, role, country, postcode, \
                              comment, public, consent or news";
        let word = reader.required_line(node, "field", FIELDS)?;
        let Some(field) = Field::parse(&word) else {
            reader.problem_at(node, "field", &["is “", &word, "”"].concat(), FIELDS);
            return None;
        };
        let text = reader.optional_text(node, "text", "give the words beside the box");
        if text.is_none() && matches!(field, Field::Consent | Field::News) {
            reader.problem_at(node, "text", "is missing", "write what somebody agrees to who ticks the box");
            return None;
        }
        Some(Ask {
            field,
            required: Required::read(node, reader),
            max: max(node, field, reader),
            id: reader.optional_line(node, "id", "give this version of the text a name, such as 2026-11-29"),
            text,
        })
    }

    /// The answer that a ticked box gives: the name of the text's version, or `yes`.
    #[must_use]
    pub fn ticked(&self) -> &str {
        self.id.as_deref().filter(|_| self.field == Field::Consent).unwrap_or("yes")
    }
}

impl Required {
    fn read(node: &Node, reader: &mut Reader) -> Required {
        let Some(value) = node.get("required") else { return Required::Never };
        match value.json {
            Json::Bool(false) => Required::Never,
            Json::Bool(true) => Required::Always,
            Json::Text(word) if word == "organisation" => Required::Organisation,
            _ => {
                reader.problem(&value, "is neither true nor false", "write true, false or \"organisation\"");
                Required::Never
            }
        }
    }
}

/// How long an answer may be. Only a comment may be given another length.
fn max(node: &Node, field: Field, reader: &mut Reader) -> usize {
    let most = field.most();
    let Some(max) = reader.whole(node, "max") else {
        return if field == Field::Comment { limits::COMMENT_DEFAULT } else { most };
    };
    match usize::try_from(max) {
        Ok(max @ 1..) if max <= most => max,
        _ => {
            reader.problem_at(node, "max", "is out of range", "write a number from 1 to 400, for a comment");
            most
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    /// `true`, `false` or `"organisation"`.
    #[derive(schemars::JsonSchema)]
    #[schemars(untagged)]
    #[expect(dead_code, reason = "describes the JSON for the schema")]
    pub enum RequiredWord {
        Flag(bool),
        Word(Organisation),
    }

    #[derive(schemars::JsonSchema)]
    #[schemars(rename_all = "lowercase")]
    #[expect(dead_code, reason = "describes the JSON for the schema")]
    pub enum Organisation {
        Organisation,
    }
}

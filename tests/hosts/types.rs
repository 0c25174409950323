//! `open-letter.d.ts`, checked by the TypeScript compiler and against the model.

use crate::declarations::members;
use crate::project::Project;
use crate::source;
use open_letter::model;
use open_letter::source::Source;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// With a bundler, and with Node's own module system.
const MODULES: [[&str; 4]; 2] = [
    ["--module", "preserve", "--moduleResolution", "bundler"],
    ["--module", "nodenext", "--moduleResolution", "nodenext"],
];

#[test]
fn each_use_of_the_element_has_its_type_and_each_misuse_is_refused() {
    let project = Project::bare("types");
    project.copy("types/sample.ts");
    for modules in MODULES {
        project.check(&[&modules[..], &["sample.ts", "open-letter.d.ts"]].concat()).unwrap();
    }
}

#[test]
fn the_sample_uses_every_property_and_every_event() {
    let sample = source("tests/hosts/types/sample.ts");
    for property in members("OpenLetterElement") {
        assert!(sample.contains(&format!("element.{}", property.name)), "{}", property.name);
    }
    for event in members("OpenLetterEventMap") {
        assert!(sample.contains(&format!("addEventListener(\"{}\"", event.name)), "{}", event.name);
    }
}

#[test]
fn real_letters_are_letters() {
    let mut letters = Vec::new();
    for folder in [
        "letters/canada-artsakh-2023",
        "tests/letters/folders/school-armenian",
        "tests/letters/folders/river-arabic",
        "tests/letters/folders/harbour-lamps",
    ] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let source = Source::read(&folder, Some("https://letters.example/")).0.unwrap();
        letters.extend(source.texts.iter().map(|text| model::to_json(&text.letter).to_string()));
    }
    letters.extend(["small", "small.fr", "other"].map(|name| source(&format!("tests/letters/{name}.json"))));
    let code = format!(
        "import type {{ Letter }} from \"./open-letter.js\";\nexport const letters: Letter[] = [\n{}\n];\n",
        letters.join(",\n")
    );
    let project = Project::bare("letters");
    project.write("letters.ts", &code);
    project.check(&[&MODULES[0][..], &["letters.ts"]].concat()).unwrap();
}

/// The interfaces, each with its pointer into `letter.schema.json`.
const OF_THE_SCHEMA: [(&str, &str); 11] = [
    ("Letter", ""),
    ("List", "/$defs/List"),
    ("Update", "/$defs/Update"),
    ("AddresseeGroup", "/$defs/AddresseeGroup"),
    ("Addressee", "/$defs/Addressee"),
    ("Signatory", "/$defs/Signatory"),
    ("Signatures", "/$defs/Signatures"),
    ("Sign", "/$defs/Sign"),
    ("SignForm", "/$defs/SignForm"),
    ("SignField", "/$defs/Ask"),
    ("Translation", "/$defs/Translation"),
];

#[test]
fn the_letter_has_the_members_of_the_schema() {
    let schema = model::schema();
    for (interface, pointer) in OF_THE_SCHEMA {
        let definition = schema.pointer(pointer).unwrap_or_else(|| panic!("no {pointer}"));
        let names: BTreeSet<String> = definition["properties"].as_object().unwrap().keys().cloned().collect();
        let required: BTreeSet<&str> =
            definition["required"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let members = members(interface);
        assert_eq!(members.iter().map(|member| member.name.clone()).collect::<BTreeSet<_>>(), names, "{interface}");
        for member in members {
            let may_lack = !required.contains(member.name.as_str());
            assert_eq!(member.optional, may_lack, "{interface}.{}", member.name);
            assert_eq!(member.kind.ends_with("| null"), may_lack, "{interface}.{} may be null", member.name);
        }
    }
}

#[test]
fn the_error_codes_are_those_of_the_model_and_the_engines_own() {
    let declared = source("integrations/typescript/open-letter.d.ts");
    let (_, declared) = declared.split_once("type OpenLetterErrorCode =").unwrap();
    let declared: BTreeSet<String> = words(declared.split_once(';').unwrap().0);
    let model = source("src/model/failure.rs");
    let (_, codes) = model.split_once("pub fn as_str").unwrap();
    let mut codes = words(codes.split_once("\n    }\n").unwrap().0);
    codes.insert("engine".into());
    assert_eq!(declared, codes);
}

/// The strings in double quotes.
fn words(code: &str) -> BTreeSet<String> {
    code.split('"').skip(1).step_by(2).map(str::to_string).collect()
}

//! The faults that the JSON Schema finds, in the words of the project.

use crate::check::note::Note;
use crate::model::Problem;
use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::paths::{Location, LocationSegment};
use serde_json::Value;
use std::collections::HashSet;
use std::fmt::Write;

const CODE: &str = "schema";

/// Validates a document. Skips values that the model has reported, wholly or in part.
#[must_use]
pub fn check(document: &Value, schema: &Value, problems: &[Problem]) -> Vec<Note> {
    let Ok(validator) = jsonschema::validator_for(schema) else { return Vec::new() };
    let mut notes: Vec<Note> = Vec::new();
    let reported: HashSet<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    let around_reported: HashSet<&str> = reported.iter().flat_map(|path| around(path)).collect();
    let mut before = HashSet::new();
    for error in validator.iter_errors(document) {
        let (path, message) = cause(&error);
        let is_reported = around_reported.contains(path.as_str()) || around(&path).any(|path| reported.contains(path));
        if !is_reported && before.insert(path.clone()) {
            notes.push(Note::warning(path, CODE, message));
        }
    }
    notes
}

/// The path, and those of the values around it.
fn around(path: &str) -> impl Iterator<Item = &str> {
    let ends = path.match_indices(['.', '[']).map(|(at, _)| &path[..at]).filter(|outer| !outer.is_empty());
    ends.chain([path])
}

/// The path of the fault and its message. If several forms are allowed and the value resembles one, the fault in that
/// one.
fn cause(error: &ValidationError) -> (String, String) {
    let path = path(error.instance_path());
    match error.kind() {
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            let is_other = |errors: &&Vec<ValidationError>| {
                let is_type = |inner: &ValidationError| matches!(inner.kind(), ValidationErrorKind::Type { .. });
                !errors.iter().any(|inner| is_type(inner) && inner.instance_path() == error.instance_path())
            };
            let mut meant = context.iter().filter(is_other);
            match (meant.next().and_then(|errors| errors.first()), meant.next()) {
                (Some(inner), None) => cause(inner),
                _ => (
                    path,
                    format!("is {}, which has no form that is known: see letter.schema.json", kind(error.instance())),
                ),
            }
        }
        ValidationErrorKind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            let dot = if path.is_empty() { "" } else { "." };
            (format!("{path}{dot}{name}"), "is missing: give it".to_string())
        }
        ValidationErrorKind::Type { kind: wanted } => {
            let message = format!("is {}: write {}", kind(error.instance()), wanted_kinds(wanted));
            (path, message)
        }
        ValidationErrorKind::Constant { expected_value } => {
            (path, format!("is {}: write {expected_value}", error.instance()))
        }
        _ => (path, format!("does not fit letter.schema.json: {error}")),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

fn wanted_kinds(wanted: &TypeKind) -> String {
    let name = |name: String| match name.as_str() {
        "array" => "a list".to_string(),
        "integer" => "a whole number".to_string(),
        "object" => "an object".to_string(),
        "null" => "null".to_string(),
        other => format!("a {other}"),
    };
    match wanted {
        TypeKind::Single(one) => name(one.to_string()),
        TypeKind::Multiple(several) => {
            let names: Vec<String> =
                several.iter().map(|one| name(one.to_string())).filter(|name| name != "null").collect();
            names.join(" or ")
        }
    }
}

/// A location as the model writes its paths.
fn path(location: &Location) -> String {
    let mut path = String::new();
    for segment in location {
        match segment {
            LocationSegment::Index(at) => {
                let _ = write!(path, "[{at}]");
            }
            LocationSegment::Property(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(&name);
            }
        }
    }
    path
}

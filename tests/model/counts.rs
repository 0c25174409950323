//! Count documents, our own and those of other systems.

use open_letter::model::{Count, CountSource, Json, Kinds, Letter, Timestamp};
use serde_json::{Value, json};

/// The source of a letter's `signatures`.
fn source(signatures: Value) -> CountSource {
    let letter = super::document(json!({ "signatures": { "src": signatures } }));
    let reading = Letter::read(&Json::from(letter), &|reference| Some(format!("https://letters.example/{reference}")));
    reading.unwrap().letter.signatures.src.expect("a source")
}

fn read(document: Value, source: &CountSource) -> Result<(Count, Vec<String>), String> {
    let read = Count::read(&Json::from(document), source, &|reference| Some(reference.to_string()));
    read.map(|(count, problems)| (count, problems.iter().map(ToString::to_string).collect()))
        .map_err(|problem| problem.to_string())
}

/// Reads a `count.json`.
fn own(document: Value) -> Result<(Count, Vec<String>), String> {
    read(document, &source(json!("count.json")))
}

/// Reads another system's document with a pointer.
fn foreign(document: Value, pointer: &str) -> Result<u64, String> {
    let (count, problems) = read(document, &source(json!({ "url": "api.json", "pointer": pointer })))?;
    assert_eq!(problems, Vec::<String>::new());
    Ok(count.count)
}

#[test]
fn a_whole_count_document_is_read() {
    let (count, problems) = own(json!({
        "count": 12873, "updated": "2026-11-23T12:00:00Z", "goal": 15000, "organisations": 214, "refresh": 60,
        "latest": [{ "id": "9", "name": "Ani Ararat", "kind": "person" }], "anything": "else",
    }))
    .unwrap();
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(
        (count.count, count.goal, count.kinds, count.refresh),
        (12873, Some(15000), Some(Kinds { organisations: 214, persons: 12659 }), Some(60))
    );
    assert_eq!(count.updated, Timestamp::parse("2026-11-23T12:00:00Z"));
    assert_eq!(count.latest.len(), 1);
    assert_eq!(count.latest[0].name, "Ani Ararat");
}

#[test]
fn the_count_alone_is_enough_and_0_is_one() {
    assert_eq!(own(json!({ "count": 0 })).unwrap().0.count, 0);
}

#[test]
fn a_count_that_is_none_is_reported_with_what_to_write() {
    let whole = "write a whole number from 0, without quotation marks or separators";
    let number = "write the number of signatures, as in {\"count\": 22}";
    for (document, expected) in [
        (json!({ "count": -3 }), format!("count is negative: {whole}")),
        (json!({ "count": 2.5 }), format!("count is not a whole number: {whole}")),
        (json!({ "count": 1e300 }), format!("count is too large to be exact: {whole}")),
        (json!({ "count": "12,873" }), format!("count is a string, not a number: {whole}")),
        (json!({ "count": "22" }), format!("count is a string, not a number: {whole}")),
        (json!({}), format!("count is missing: {number}")),
        (json!({ "count": null }), format!("count is missing: {number}")),
        (json!([22]), format!("the document is a list, not an object: {number}")),
        (json!(22), format!("the document is a number, not an object: {number}")),
    ] {
        assert_eq!(own(document).unwrap_err(), expected);
    }
}

#[test]
fn what_else_cannot_be_read_is_reported_and_left_out() {
    let (count, problems) = own(json!({
        "count": 22, "updated": "yesterday", "goal": 0, "organisations": 23, "latest": [{}], "refresh": -1,
    }))
    .unwrap();
    assert_eq!(count, Count { latest: Vec::new(), updated: None, ..own(json!({ "count": 22 })).unwrap().0 });
    assert_eq!(
        problems,
        [
            "updated is “yesterday”: write the time as 2026-11-23T12:00:00Z",
            "latest[0].name is missing: give the signatory's name",
            "refresh is negative: write a whole number from 0, without quotation marks or separators",
        ]
    );
}

#[test]
fn numbers_of_other_systems_are_found_by_pointer() {
    let parliament =
        json!({ "data": { "type": "petition", "attributes": { "action": "Do it", "signature_count": 104_214 } } });
    assert_eq!(foreign(parliament, "/data/attributes/signature_count"), Ok(104_214));
    let network = json!({ "identifiers": ["x:1"], "title": "A petition", "total_signatures": 977 });
    assert_eq!(foreign(network, "/total_signatures"), Ok(977));
    let press = json!([{ "id": 7, "meta": { "signatures/total": 12, "a~b": 13, "~1": 14 } }]);
    assert_eq!(foreign(press.clone(), "/0/meta/signatures~1total"), Ok(12));
    assert_eq!(foreign(press.clone(), "/0/meta/a~0b"), Ok(13));
    assert_eq!(foreign(press.clone(), "/0/meta/~01"), Ok(14));
    assert_eq!(foreign(json!(42), ""), Ok(42));
}

#[test]
fn a_pointer_that_leads_nowhere_or_to_no_number_is_reported() {
    let document = json!({ "total": "12,873", "list": [1, 2], "none": null });
    let whole = "write a whole number from 0, without quotation marks or separators";
    let missing = "is missing: fix the pointer of signatures.src, or the document";
    for (pointer, expected) in [
        ("/total", format!("/total is a string, not a number: {whole}")),
        ("/none", format!("/none is null, not a number: {whole}")),
        ("/list", format!("/list is a list, not a number: {whole}")),
        ("/list/2", format!("/list/2 {missing}")),
        ("/list/01", format!("/list/01 {missing}")),
        ("/list/+1", format!("/list/+1 {missing}")),
        ("/list/-", format!("/list/- {missing}")),
        ("/totals", format!("/totals {missing}")),
        ("/total/0", format!("/total/0 {missing}")),
        ("/", format!("/ {missing}")),
    ] {
        assert_eq!(foreign(document.clone(), pointer).unwrap_err(), expected);
    }
}

//! How many signed.

use super::changing::{Changing, Now};
use super::element::{Element, LiveText, element};
use crate::language::{Language, around, fill};
use crate::model::{Kinds, Live};

/// The count, how far it is to the goal, and who signed last: each follows what changes. While the count is not
/// known, nothing is said: 0 would be a claim. One that is `dated` has room for how long ago it changed.
pub(super) fn count(changing: &Changing, language: &Language, dated: bool) -> impl Iterator<Item = Element> {
    let spoken = element("p").class("spoken").attr("role", "status");
    let spoken = spoken.in_interface(language).live_text(spoken_text(changing, language));
    let age = element("p").class(if dated { "age dated" } else { "age" }).in_interface(language);
    let age = age
        .child(element("span").class("updated").live_text(updated(changing)))
        .child(element("span").class("stale").live_text(stale(changing, language)));
    [total(changing, language), progress(changing, language), latest(changing, language), age, spoken].into_iter()
}

/// A text that follows the live values in the language.
fn follow(
    changing: &Changing,
    language: &Language,
    text: impl Fn(&Live, &Language) -> Option<String> + Send + 'static,
) -> LiveText {
    let (changing, language) = (changing.clone(), language.clone());
    Box::new(move || changing.read(|now| text(&now.live, &language)).unwrap_or_default())
}

/// The text around the number, and the number by itself, so that it can be set large. Where a language says it by a
/// word, as Arabic does with two, that is all.
fn total(changing: &Changing, language: &Language) -> Element {
    let piece = |index: usize| {
        follow(changing, language, move |live, language| pieces(live.count?, language).into_iter().nth(index))
    };
    let [before, number, after] = [0, 1, 2].map(piece);
    element("p")
        .part("count")
        .in_interface(language)
        .live_attr("data-empty", follow(changing, language, |live, _| Some(live.count.is_none().to_string())))
        .child(element("span").live_text(before))
        .child(element("span").class("number").live_text(number))
        .child(element("span").class("unit").live_text(after))
}

fn pieces(count: u64, language: &Language) -> [String; 3] {
    let form = language.plural_form(&language.texts.signatures, count);
    match around(form, "n") {
        Some((before, after)) => [before.into(), language.number(count), after.into()],
        None => [String::new(), form.into(), String::new()],
    }
}

fn progress(changing: &Changing, language: &Language) -> Element {
    let known = |live: &Live| live.count.zip(live.goal);
    let text = move |live: &Live, language: &Language| {
        let (count, goal) = known(live)?;
        let text = fill(language.texts.progress, "count", &language.number(count));
        Some(fill(&text, "goal", &language.number(goal)))
    };
    let bar = element("progress")
        .part("progress")
        .labelled_in_interface(language)
        .live_attr(
            "value",
            follow(changing, language, move |live, _| known(live).map(|(n, goal)| n.min(goal).to_string())),
        )
        .live_attr("max", follow(changing, language, move |live, _| Some(known(live)?.1.to_string())))
        .live_attr("aria-label", follow(changing, language, text));
    let span = element("span").attr("aria-hidden", "true");
    element("div")
        .class("progress")
        .live_attr("data-empty", follow(changing, language, move |live, _| Some(known(live).is_none().to_string())))
        .child(bar)
        .child(span.in_interface(language).live_text(follow(changing, language, text)))
}

/// The last to sign: a line that never grows, so that nothing moves when it changes.
fn latest(changing: &Changing, language: &Language) -> Element {
    let names = follow(changing, language, |live, language| {
        let mut names = String::new();
        for signatory in live.latest.iter().take(Live::LATEST) {
            if !names.is_empty() {
                names.push_str(language.texts.comma_of_names);
            }
            language.add_apart(&mut names, &signatory.name);
        }
        Some(names)
    });
    let label = element("span").class("label").say(language.texts.latest, language);
    element("p")
        .part("latest")
        .live_attr("data-empty", follow(changing, language, |live, _| Some(live.latest.is_empty().to_string())))
        .child(label)
        .text(" ")
        .child(element("span").named().live_text(names))
}

/// How long ago the count changed, as long as it can be refreshed.
fn updated(changing: &Changing) -> LiveText {
    let changing = changing.clone();
    let text = |now: &Now| if now.live.stale_since.is_none() { now.updated.clone() } else { String::new() };
    Box::new(move || changing.read(text))
}

/// The time that the count is from, where it could not be refreshed for long.
fn stale(changing: &Changing, language: &Language) -> LiveText {
    follow(changing, language, |live, language| {
        Some(fill(language.texts.stale, "time", &language.moment(live.stale_since?)))
    })
}

fn spoken_text(changing: &Changing, language: &Language) -> LiveText {
    let (changing, language) = (changing.clone(), language.clone());
    let text = move |count| language.plural(&language.texts.signatures, count);
    Box::new(move || changing.read(|now| now.spoken).map(&text).unwrap_or_default())
}

/// *20 organisations and 2 persons*, where each signatory is known to be one or the other.
pub(super) fn breakdown(changing: &Changing, language: &Language) -> LiveText {
    follow(changing, language, |live, language| {
        let kinds = live.kinds.filter(|kinds| live.count == Some(kinds.both()))?;
        let Kinds { organisations, persons } = kinds;
        let texts = language.texts;
        let organisations_text = language.plural(&texts.organisations, organisations);
        let persons_text = language.plural(&texts.persons, persons);
        match (organisations, persons) {
            (0, 0) => None,
            (_, 0) => Some(organisations_text),
            (0, _) => Some(persons_text),
            _ => Some(fill(&fill(texts.both, "organisations", &organisations_text), "persons", &persons_text)),
        }
    })
}

//! The number of signatures.

use super::changing::Now;
use super::context::Context;
use super::element::{Element, LiveText, element};
use crate::language::{Language, around, fill};
use crate::model::{CountSource, Kinds, Letter, Live};

/// The number of signatures, which follows changes. While it is unknown, nothing is shown: 0 would be a claim.
///
/// The number is an element of its own, so that it can be set large, with the text around it. If a language uses a word
/// for the number, as Arabic does for two, there is only the text.
pub(super) fn count(context: Context) -> Element {
    let piece =
        |index: usize| context.follow(move |now, language| pieces(now.live.count?, language).into_iter().nth(index));
    let [before, number, after] = [0, 1, 2].map(piece);
    element("p")
        .part("count")
        .in_interface(context.language)
        .live_attr("data-empty", context.follow_flag(|now| now.live.count.is_none()))
        .child(element("span").live_text(before))
        .child(element("span").class("number").live_text(number))
        .child(element("span").class("unit").live_text(after))
}

/// The progress to the goal, the latest signatories, and how old the count is; each follows changes. If the count
/// document can say when the count changed, space is reserved for it.
pub(super) fn beside_count(context: Context) -> impl Iterator<Item = Element> {
    let Context { letter, language, .. } = context;
    let dated = is_dated(letter);
    let spoken = element("p").class("spoken").attr("role", "status");
    let spoken = spoken.in_interface(language).live_text(context.follow(spoken_text));
    let age = element("p").class(if dated { "age dated" } else { "age" }).in_interface(language);
    let age = age
        .child(element("span").class("updated").live_text(context.follow(updated)))
        .child(element("span").class("stale").live_text(context.follow(stale)));
    [progress(context), latest(context), age, spoken].into_iter()
}

/// Whether a count document follows, which says when the count changed.
fn is_dated(letter: &Letter) -> bool {
    letter.is_open() && matches!(letter.signatures.src, Some(CountSource::Document(_)))
}

fn pieces(count: u64, language: &Language) -> [String; 3] {
    let form = language.plural_form(&language.texts.signatures, count);
    match around(form, "n") {
        Some((before, after)) => [before.into(), language.number(count), after.into()],
        None => [String::new(), form.into(), String::new()],
    }
}

/// The count and the goal, if both are known.
fn known(live: &Live) -> Option<(u64, u64)> {
    live.count.zip(live.goal)
}

fn progress(context: Context) -> Element {
    let text = |now: &Now, language: &Language| {
        let (count, goal) = known(&now.live)?;
        let text = fill(language.texts.progress, "count", &language.number(count));
        Some(fill(&text, "goal", &language.number(goal)))
    };
    let bar = element("progress")
        .part("progress")
        .labelled_in_interface(context.language)
        .live_attr("value", context.follow(|now, _| known(&now.live).map(|(n, goal)| n.min(goal).to_string())))
        .live_attr("max", context.follow(|now, _| Some(known(&now.live)?.1.to_string())))
        .live_attr("aria-label", context.follow(text));
    let span = element("span").attr("aria-hidden", "true");
    element("div")
        .class("progress")
        .live_attr("data-empty", context.follow_flag(|now| known(&now.live).is_none()))
        .child(bar)
        .child(span.in_interface(context.language).live_text(context.follow(text)))
}

/// The latest signatories: as many whole names as fit into one line, or two in a narrow column. The newest is always
/// there.
fn latest(context: Context) -> Element {
    /// The number of characters for names.
    const ROOM: usize = 60;
    let names = context.follow(|now, language| {
        let (mut names, mut room) = (String::new(), ROOM);
        for signatory in now.live.latest.iter().take(Live::LATEST) {
            let length = signatory.name.chars().count();
            if !names.is_empty() {
                if length > room {
                    break;
                }
                names.push_str(language.texts.comma_of_names);
            }
            room = room.saturating_sub(length);
            language.add_apart(&mut names, &signatory.name);
        }
        Some(names)
    });
    let label = element("span").class("label").say(context.language.texts.latest, context.language);
    // A long roll's latest names come with the count: until then, their space is reserved.
    let class = match is_dated(context.letter) {
        true if context.letter.roll.is_some() => "dated awaited",
        true => "dated",
        false => "",
    };
    element("p")
        .part("latest")
        .class_if(class, !class.is_empty())
        .live_attr("data-empty", context.follow_flag(|now| now.live.latest.is_empty()))
        .child(label)
        .text(" ")
        .child(element("span").named().live_text(names))
}

/// How long ago the count changed, unless refreshing fails.
fn updated(now: &Now, _: &Language) -> Option<String> {
    now.live.stale_since.is_none().then(|| now.updated.clone())
}

/// The time of the count, if refreshing has failed for long.
fn stale(now: &Now, language: &Language) -> Option<String> {
    Some(fill(language.texts.stale, "time", &language.moment(now.live.stale_since?)))
}

/// The count as screen readers announce it.
fn spoken_text(now: &Now, language: &Language) -> Option<String> {
    Some(language.plural(&language.texts.signatures, now.spoken?))
}

/// *20 organisations and 2 persons*, if the kind of every signatory is known.
pub(super) fn breakdown(context: Context) -> LiveText {
    context.follow(|now, language| {
        let kinds = now.live.kinds.filter(|kinds| now.live.count == Some(kinds.both()))?;
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

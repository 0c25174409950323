// Made from the views by a test: UPDATE=1 cargo test --test hosts first_view

/** The elements of a first view. */
export const TAGS = "a article bdi blockquote button details div em h1 h2 h3 h4 h5 h6 header hr img input label li ol option p progress q section select small span strong summary sup time ul".split(" ");
/** Their attributes. */
export const ATTRIBUTES = "alt aria-current aria-hidden aria-label aria-pressed autocomplete class data-closed data-empty data-kind data-numbers data-theme datetime decoding dir enterkeyhint href lang loading max part placeholder readonly role spellcheck start title translate type value src".split(" ");
/** Their classes and parts. The first ten are the words of the attribute `show`. */
export const NAMES = "title summary date addressees body count sign roll share languages addressee addressee-group age all appendix awaited beyond breakdown by-hand closing comment cut dated detail filters find foot footnotes group group-heading head heading in-print initiator label latest letter list logo mark more name new notice number order organisation paragraph person progress quote salutation signatory signing spoken stale state status status-text tools unit updated updates updates-heading".split(" ");

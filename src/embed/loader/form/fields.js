// Made from the model by a test: UPDATE=1 cargo test --test hosts form

/** The fields that a form can ask, with the most characters of an answer. */
export const MOST = { name: 100, "first-name": 100, "last-name": 100, email: 254, kind: 12, organisation: 150, role: 100, country: 60, postcode: 20, comment: 400, public: 3, consent: 100, news: 3 };

//! The fields that the form's script knows: those of the model.

use crate::attributes::holds;
use open_letter::model::Field;

#[test]
fn the_form_knows_the_fields_of_the_model() {
    let most = |(field, name): (Field, &str)| {
        let name = if name.contains('-') { format!("\"{name}\"") } else { name.to_string() };
        format!("{name}: {}", field.most())
    };
    let made = format!(
        "// Made from the model by a test: UPDATE=1 cargo test --test hosts form\n\n\
         /** The fields that a form can ask, with the most characters of an answer. */\n\
         export const MOST = {{ {} }};\n",
        Field::ALL.map(most).join(", ")
    );
    holds("src/embed/loader/form/fields.js", None, &made);
}

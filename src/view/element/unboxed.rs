//! Removes boxes around children (natively).

use super::{Attribute, Child, Element};

impl Element {
    /// Replaces the child of that part by its own children, each with this class.
    #[must_use]
    pub(in crate::view) fn unboxed(mut self, part: &str, class: &'static str) -> Element {
        let unbox = |child| match child {
            Child::Element(element) if element.is_part(part) => element.children.into_iter().map(with(class)).collect(),
            child => vec![child],
        };
        self.children = self.children.into_iter().flat_map(unbox).collect();
        self
    }

    fn is_part(&self, name: &str) -> bool {
        self.attributes.iter().any(|one| matches!(one, Attribute::Fixed("part", part) if part == name))
    }
}

fn with(class: &'static str) -> impl Fn(Child) -> Child {
    move |child| match child {
        Child::Element(element) => Child::Element(element.class(class)),
        child => child,
    }
}

#[cfg(test)]
mod tests {
    use super::super::element;

    #[test]
    fn only_the_box_of_that_part_is_gone() {
        let boxed = |part| element("div").part(part).child(element("p").text(part));
        let article = element("article").child(boxed("a")).child(boxed("b")).unboxed("b", "c");
        let expected = "<article><div part=\"a\"><p>a</p></div><p class=\"c\">b</p></article>";
        assert_eq!(article.html(&|_, _, _| true), expected);
    }
}

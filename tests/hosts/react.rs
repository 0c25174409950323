//! `open-letter.react.d.ts`, checked by the TypeScript compiler.

use crate::project::Project;

const MODULES: [[&str; 6]; 2] = [
    ["--module", "preserve", "--moduleResolution", "bundler", "--jsx", "react-jsx"],
    ["--module", "nodenext", "--moduleResolution", "nodenext", "--jsx", "react-jsx"],
];

#[test]
fn each_prop_has_its_type_and_each_misuse_is_refused() {
    let project = Project::new("react");
    project.copy("react/sample.tsx");
    for modules in MODULES {
        project.check(&[&modules[..], &["sample.tsx", "open-letter.react.d.ts"]].concat()).unwrap();
    }
}

#[test]
fn the_page_of_the_browser_tests_is_typed() {
    let project = Project::new("react-page");
    project.copy("react/page.tsx");
    project.write("dom.d.ts", "declare module \"react-dom/client\";");
    project.check(&[&MODULES[0][..], &["page.tsx", "open-letter.react.d.ts"]].concat()).unwrap();
}

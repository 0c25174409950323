//! No two files depend on each other: each can be read without the files that are built on it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use syn::visit::Visit;
use syn::{ItemMod, ItemUse, UseTree, Visibility};

pub type Names = Vec<String>;

/// The module of a file.
#[derive(Default)]
pub struct Module {
    pub file: PathBuf,
    /// The paths that it names, from the root of the crate.
    pub named: BTreeSet<Names>,
    /// Its re-exports (`pub use`): the name, and the full path.
    passed_on: BTreeMap<String, Names>,
}

/// The modules of the library by path.
pub struct House(pub BTreeMap<Names, Module>);

impl House {
    pub fn read(source: &Path) -> House {
        let mut house = House(BTreeMap::new());
        let mut folders = vec![(source.to_path_buf(), Names::new())];
        while let Some((folder, module)) = folders.pop() {
            for path in fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()) {
                let name = path.file_stem().unwrap().to_string_lossy().into_owned();
                let mut inner = module.clone();
                if path.is_dir() {
                    inner.push(name);
                    folders.push((path, inner));
                } else if path.extension().is_some_and(|end| end == "rs") && !["main", "lib"].contains(&name.as_str()) {
                    if name != "mod" {
                        inner.push(name);
                    }
                    house.0.insert(inner.clone(), read(path, inner));
                }
            }
        }
        house
    }

    /// The module in which a path is defined.
    pub fn home(&self, path: &[String]) -> Option<&Names> {
        let mut path = path.to_vec();
        // A circle of re-exports would not compile; the bound guards against a mistake in this parser.
        for _ in 0..20 {
            let depth = (1..=path.len()).rev().find(|depth| self.0.contains_key(&path[..*depth]))?;
            let (module, rest) = path.split_at(depth);
            let (known, module) = self.0.get_key_value(module)?;
            match rest.first().and_then(|name| module.passed_on.get(name)) {
                Some(meant) => path = [meant, &rest[1..]].concat(),
                None => return Some(known),
            }
        }
        None
    }

    /// Each file with the files that it depends on. Names from the front file of its own folder don't count: the two
    /// are read together.
    fn arrows(&self) -> BTreeMap<&Path, BTreeSet<&Path>> {
        let needs = |(names, module): (&Names, &Module)| {
            let homes = module.named.iter().filter_map(|path| self.home(path));
            let files = homes.filter(|home| !names.starts_with(home)).map(|home| self.0[home].file.as_path()).collect();
            (module.file.clone(), files)
        };
        let arrows: BTreeMap<PathBuf, BTreeSet<&Path>> = self.0.iter().map(needs).collect();
        self.0.values().map(|module| (module.file.as_path(), arrows[&module.file].clone())).collect()
    }
}

fn read(file: PathBuf, module: Names) -> Module {
    let syntax = syn::parse_file(&fs::read_to_string(&file).unwrap()).unwrap();
    let children = syntax.items.iter().filter_map(|item| match item {
        syn::Item::Mod(child) if child.content.is_none() => Some(child.ident.to_string()),
        _ => None,
    });
    let mut reader = Reader { children: children.collect(), module, read: Module { file, ..Module::default() } };
    reader.visit_file(&syntax);
    reader.read
}

struct Reader {
    module: Names,
    children: BTreeSet<String>,
    read: Module,
}

impl Reader {
    /// The path from the root of the crate; `None` if it is in another crate, or in the file itself.
    fn whole(&self, path: &[String]) -> Option<Names> {
        let ups = path.iter().take_while(|name| *name == "super").count();
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "super" => Some([&self.module[..self.module.len().checked_sub(ups)?], &path[ups..]].concat()),
            "self" => Some([&self.module[..], rest].concat()),
            child if self.children.contains(child) => Some([&self.module[..], path].concat()),
            _ => None,
        }
    }

    fn take_use(&mut self, tree: &UseTree, before: &mut Names, is_passed_on: bool) {
        let mut leaf = |name: String, meant: String| {
            let path = if meant == "self" { before.clone() } else { [&before[..], &[meant]].concat() };
            let name = if name == "self" { path.last().cloned().unwrap_or_default() } else { name };
            let Some(path) = self.whole(&path) else { return };
            if is_passed_on {
                self.read.passed_on.insert(name, path);
            } else {
                self.read.named.insert(path);
            }
        };
        match tree {
            UseTree::Name(name) => leaf(name.ident.to_string(), name.ident.to_string()),
            UseTree::Rename(rename) => leaf(rename.rename.to_string(), rename.ident.to_string()),
            UseTree::Glob(_) => leaf("*".into(), "self".into()),
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.take_use(&path.tree, before, is_passed_on);
                before.pop();
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.take_use(tree, before, is_passed_on)),
        }
    }
}

impl<'f> Visit<'f> for Reader {
    fn visit_item_use(&mut self, item: &'f ItemUse) {
        let is_passed_on = !matches!(item.vis, Visibility::Inherited);
        self.take_use(&item.tree, &mut Names::new(), is_passed_on);
    }

    fn visit_path(&mut self, path: &'f syn::Path) {
        let names: Names = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if names.len() > 1
            && let Some(path) = self.whole(&names)
        {
            self.read.named.insert(path);
        }
        syn::visit::visit_path(self, path);
    }

    /// Tests inside a file name what they test.
    fn visit_item_mod(&mut self, item: &'f ItemMod) {
        if item.ident != "tests" {
            syn::visit::visit_item_mod(self, item);
        }
    }
}

/// A circle of files, if there is one.
fn circle<'h>(arrows: &BTreeMap<&'h Path, BTreeSet<&'h Path>>) -> Option<Vec<&'h Path>> {
    fn walk<'h>(
        at: &'h Path,
        way: &mut Vec<&'h Path>,
        done: &mut BTreeSet<&'h Path>,
        arrows: &BTreeMap<&'h Path, BTreeSet<&'h Path>>,
    ) -> Option<Vec<&'h Path>> {
        if let Some(begin) = way.iter().position(|file| *file == at) {
            return Some(way[begin..].to_vec());
        }
        if !done.insert(at) {
            return None;
        }
        way.push(at);
        let found = arrows[at].iter().find_map(|next| walk(next, way, done, arrows));
        way.pop();
        found
    }
    let mut done = BTreeSet::new();
    arrows.keys().find_map(|file| walk(file, &mut Vec::new(), &mut done, arrows))
}

#[test]
fn no_files_need_each_other() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let house = House::read(&source);
    let found = circle(&house.arrows());
    let found: Vec<_> =
        found.iter().flatten().map(|file| file.strip_prefix(&source).unwrap().display().to_string()).collect();
    assert!(found.is_empty(), "each of these needs the next, and the last the first: {}", found.join(", "));
}

#[test]
fn a_circle_is_found() {
    let [one, two, three] = ["1", "2", "3"].map(Path::new);
    let arrows = BTreeMap::from([(one, BTreeSet::from([two])), (two, [three].into()), (three, [two].into())]);
    assert_eq!(circle(&arrows), Some(vec![two, three]));
    let arrows = BTreeMap::from([(one, BTreeSet::from([two, three])), (two, [three].into()), (three, [].into())]);
    assert_eq!(circle(&arrows), None);
}

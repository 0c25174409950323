//! The custom properties of a stylesheet, as written, anywhere in it.

use cssparser::{BasicParseError, Parser, ParserInput, SourceLocation, Token};

/// A custom property and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// Its name, with the two hyphens.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Its line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// The number of its rule in the file.
    pub rule: usize,
    /// The colour scheme that a media query or a selector around it names; `None` if it applies to both.
    pub scheme: Option<Scheme>,
}

/// A colour scheme (CSS Color Adjustment, 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Reads them all. Faults elsewhere in the stylesheet are ignored.
#[must_use]
pub fn declarations(css: &str) -> Vec<Declaration> {
    let mut input = ParserInput::new(css);
    let mut reader = Reader { declarations: Vec::new(), rules: 0 };
    reader.block(&mut Parser::new(&mut input), 0, None);
    reader.declarations
}

struct Reader {
    declarations: Vec<Declaration>,
    rules: usize,
}

impl Reader {
    /// Reads the declarations of a rule, and the rules within it.
    fn block(&mut self, parser: &mut Parser, rule: usize, scheme: Option<Scheme>) {
        let mut within = scheme;
        loop {
            parser.skip_whitespace();
            let location = parser.current_source_location();
            match parser.next().cloned() {
                Ok(Token::Ident(name)) if name.starts_with("--") && parser.try_parse(Parser::expect_colon).is_ok() => {
                    let value = value(parser);
                    self.declarations.push(declaration(name.to_string(), value, location, rule, scheme));
                }
                Ok(Token::Ident(word) | Token::QuotedString(word)) => within = named(&word).or(within),
                Ok(Token::Function(_) | Token::ParenthesisBlock | Token::SquareBracketBlock) => {
                    within = nested(parser, scheme_in).or(within);
                }
                Ok(Token::CurlyBracketBlock) => {
                    self.rules += 1;
                    let rule = self.rules;
                    nested(parser, |parser| {
                        self.block(parser, rule, within);
                        None::<Scheme>
                    });
                    within = scheme;
                }
                Ok(Token::Semicolon) => within = scheme,
                Ok(_) => {}
                Err(_) => return,
            }
        }
    }
}

fn declaration(name: String, value: String, at: SourceLocation, rule: usize, scheme: Option<Scheme>) -> Declaration {
    let number = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    Declaration { name, value, line: number(at.line) + 1, column: number(at.column), rule, scheme }
}

/// The text up to the end of the declaration.
fn value(parser: &mut Parser) -> String {
    let start = parser.position();
    loop {
        let before = parser.state();
        match parser.next_including_whitespace_and_comments() {
            Ok(Token::Semicolon) => {
                let value = parser.slice(start..before.position());
                return value.trim().to_string();
            }
            Ok(Token::Function(_) | Token::ParenthesisBlock | Token::SquareBracketBlock | Token::CurlyBracketBlock) => {
                nested(parser, |parser| -> Option<()> {
                    while parser.next().is_ok() {}
                    None
                });
            }
            Ok(_) => {}
            Err(_) => return parser.slice_from(start).trim().to_string(),
        }
    }
}

/// The scheme that a query or a selector names: `(prefers-color-scheme: dark)`, `[data-theme="dark"]`, `.dark`.
fn scheme_in(parser: &mut Parser) -> Option<Scheme> {
    let mut scheme = None;
    loop {
        match parser.next().cloned() {
            Ok(Token::Ident(word) | Token::QuotedString(word)) => scheme = named(&word).or(scheme),
            Ok(Token::Function(_) | Token::ParenthesisBlock | Token::SquareBracketBlock) => {
                scheme = nested(parser, scheme_in).or(scheme);
            }
            Ok(_) => {}
            Err(_) => return scheme,
        }
    }
}

fn nested<T>(parser: &mut Parser, mut read: impl FnMut(&mut Parser) -> Option<T>) -> Option<T> {
    parser.parse_nested_block(|parser| Ok::<_, cssparser::ParseError<()>>(read(parser))).ok().flatten()
}

fn named(word: &str) -> Option<Scheme> {
    let word = word.to_ascii_lowercase();
    word.split(['-', '_']).find_map(|part| match part {
        "dark" => Some(Scheme::Dark),
        "light" => Some(Scheme::Light),
        _ => None,
    })
}

impl Declaration {
    /// The value in a scheme, with the file's own variables replaced, and for `light-dark()` the matching part.
    #[must_use]
    pub fn resolved(&self, declarations: &[Declaration], scheme: Scheme) -> String {
        resolve(&self.value, declarations, scheme, 8)
    }
}

fn resolve(value: &str, declarations: &[Declaration], scheme: Scheme, depth: usize) -> String {
    let value = value.trim().trim_end_matches("!important").trim();
    if depth == 0 {
        return value.to_string();
    }
    if let Some([light, dark]) = arguments(value, "light-dark").as_deref() {
        let part = if scheme == Scheme::Dark { dark } else { light };
        return resolve(part, declarations, scheme, depth - 1);
    }
    if let Some([name, ..]) = arguments(value, "var").as_deref() {
        let of = |wanted| declarations.iter().filter(move |one| one.name == *name && one.scheme == wanted);
        let special = of(Some(scheme));
        let mut found = if special.clone().next().is_some() { special } else { of(None) };
        if let (Some(one), None) = (found.next(), found.next()) {
            return resolve(&one.value, declarations, scheme, depth - 1);
        }
    }
    value.to_string()
}

/// The arguments, if the value is a single call of that function.
fn arguments(value: &str, function: &str) -> Option<Vec<String>> {
    let mut input = ParserInput::new(value);
    let mut parser = Parser::new(&mut input);
    parser.expect_function_matching(function).ok()?;
    let arguments = parser.parse_nested_block(|parser| {
        parser.parse_comma_separated(|parser| {
            let start = parser.position();
            while parser.next().is_ok() {}
            Ok::<_, cssparser::ParseError<()>>(parser.slice_from(start).trim().to_string())
        })
    });
    parser.expect_exhausted().map_err(|_: BasicParseError| ()).ok()?;
    arguments.ok()
}

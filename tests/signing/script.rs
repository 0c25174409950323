//! The form's own functions, which are JavaScript, run by Node.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{LazyLock, Mutex, PoisonError};

struct Node {
    _process: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

static NODE: LazyLock<Mutex<Node>> = LazyLock::new(|| {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/signing/script/main.mjs");
    let mut process = Command::new("node")
        .args(["--no-warnings", "--experimental-default-type=module"])
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node runs: `make test` installs what it needs");
    let (to, from) = (process.stdin.take().unwrap(), BufReader::new(process.stdout.take().unwrap()));
    Mutex::new(Node { _process: process, to, from })
});

fn run(call: &Value) -> Value {
    let mut node = NODE.lock().unwrap_or_else(PoisonError::into_inner);
    writeln!(node.to, "{call}").unwrap();
    let mut line = String::new();
    node.from.read_line(&mut line).unwrap();
    serde_json::from_str(&line).unwrap_or_else(|error| panic!("{call}: {error}: {line}"))
}

/// What a function of a module of the form returns; `null` for nothing.
pub fn call(module: &str, name: &str, values: Value) -> Value {
    run(&json!({ "module": module, "name": name, "values": values }))
}

/// The same, with a form before the other values.
pub fn with_form(module: &str, name: &str, form: &Value, values: &[Value]) -> Value {
    let values = [&[json!(module), json!(name), form.clone()], values].concat();
    run(&json!({ "name": "withForm", "values": values }))
}

/// What comes of each step of a signature: `answer`, `told`, and `now`, the course after it.
pub fn play(steps: Value) -> Vec<Value> {
    let Value::Array(played) = run(&json!({ "name": "play", "values": [steps] })) else { panic!("no steps") };
    played
}

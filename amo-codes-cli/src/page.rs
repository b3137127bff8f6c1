//! The table as one HTML page, which needs no other file.

use std::collections::BTreeMap;

use amo_codes::Advice;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde_json::{Value, json};

use crate::args::Shared;
use crate::language::Language;
use crate::table::{Codes, codes_of};
use crate::terminal::printable;
use crate::{Report, json};

const TEMPLATE: &str = include_str!("page/page.html");
const STYLE: &str = include_str!("page/page.css");
const SCRIPT: &str = include_str!("page/page.js");

pub(crate) fn run(title: Option<&str>, shared: &Shared, codes: &Codes) -> Report {
    if shared.json {
        return Report { output: json::to_bytes(&json::table(codes)), ..Report::default() };
    }
    match render(title, shared.language, codes) {
        Ok(html) => Report { output: printable(&html).into_bytes(), ..Report::default() },
        Err(error) => Report::invalid(vec![format!("failed to write the page: {error:#}")]),
    }
}

fn render(title: Option<&str>, language: Language, codes: &Codes) -> Result<String, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.add_template("page", TEMPLATE)?;
    let count = codes.all().count();
    let keys = keys(codes);
    let has_paths = codes.sections().iter().any(|section| !section.paths.is_empty());
    let page = json!({
        "lang": language.tag(),
        "title": title,
        "is_amocrm": codes.is_amocrm,
        "count": count,
        "paths_choose_sections": has_paths && keys.len() < count,
        "style": STYLE,
        "script": SCRIPT,
        "sections": sections(language, codes),
        "keys": keys,
        "has_words": codes.has_words(),
    });
    let mut html = environment.get_template("page")?.render(Serde(page))?;
    html.push('\n');
    Ok(html)
}

/// Returns the sections with their codes, as the template shows them.
fn sections(language: Language, codes: &Codes) -> Value {
    let mut sections = json::table(codes);
    for (shown, section) in sections.as_array_mut().into_iter().flatten().zip(codes.sections()) {
        shown["count"] = json!(section.rows.len());
        for (shown, code) in shown["codes"].as_array_mut().into_iter().flatten().zip(codes_of(section)) {
            let advice = code.advice();
            shown["key"] = json!(code.key());
            shown["class"] = shown["advice"].take();
            shown["explanation"] = json!(language.explanation(advice));
            // A table that says nothing about advice has none on its page.
            shown["advice"] = json!(Some(language.phrase(advice)).filter(|_| advice != Advice::Unspecified));
        }
    }
    sections
}

/// Returns every number or word, in their order, with the codes that have it.
fn keys(codes: &Codes) -> Vec<Value> {
    let mut keys: BTreeMap<(Option<i64>, String), Vec<Value>> = BTreeMap::new();
    for code in codes.all() {
        keys.entry((code.number(), code.key())).or_default().push(json::code(code));
    }
    // A word may be the key of a section as well, but it has no colon.
    let id = |key: &str| if codes.has_words() { format!("page:word:{key}") } else { key.to_owned() };
    keys.into_iter().map(|((_, key), codes)| json!({ "id": id(&key), "key": key, "codes": codes })).collect()
}

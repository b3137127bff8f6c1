//! The table as one HTML page, which needs no other file.

use std::collections::BTreeMap;

use amo_codes::Advice;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde_json::{Value, json};

use crate::Outcome;
use crate::args::Shared;
use crate::language::Language;
use crate::table::{Code, Codes, codes_of};
use crate::terminal::printable;

const TEMPLATE: &str = include_str!("page/page.html");
const STYLE: &str = include_str!("page/page.css");
const SCRIPT: &str = include_str!("page/page.js");

pub(crate) fn run(title: Option<&str>, shared: &Shared, codes: &Codes) -> Outcome {
    if shared.json {
        return Outcome { output: crate::json::to_bytes(&crate::json::table(codes)), ..Outcome::default() };
    }
    match render(title, shared.language, codes) {
        Ok(html) => Outcome { output: printable(&html).into_bytes(), ..Outcome::default() },
        Err(error) => Outcome::invalid(vec![format!("failed to write the page: {error:#}")]),
    }
}

fn render(title: Option<&str>, language: Language, codes: &Codes) -> Result<String, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.add_template("page", TEMPLATE)?;
    let count = codes.all().count();
    let words = words(language, codes.is_amocrm, count);
    let numbers = numbers(codes);
    let has_paths = codes.sections().iter().any(|section| !section.paths.is_empty());
    let title = title.map_or_else(|| words["title"].clone(), |title| json!(title));
    let page = json!({
        "lang": language.tag(),
        "title": title,
        "words": words,
        "paths_choose_sections": has_paths && numbers.len() < count,
        "style": STYLE,
        "script": SCRIPT,
        "sections": sections(language, codes),
        "numbers": numbers,
    });
    let mut html = environment.get_template("page")?.render(Serde(page))?;
    html.push('\n');
    Ok(html)
}

/// Returns the sections with their codes, as the template shows them.
fn sections(language: Language, codes: &Codes) -> Vec<Value> {
    let sections = codes.sections().iter().map(|section| {
        let paths: Vec<&str> = section.paths.iter().map(|path| path.value.as_str()).collect();
        let codes: Vec<Value> = codes_of(section).map(|code| shown(language, code)).collect();
        json!({ "key": section.key.value, "title": section.title, "paths": paths, "count": codes.len(), "codes": codes })
    });
    sections.collect()
}

fn shown(language: Language, code: Code) -> Value {
    let advice = code.advice();
    json!({
        "address": code.address(),
        "number": code.number(),
        "name": code.name(),
        "description": code.row.description,
        "note": code.row.note,
        "http_status": code.row.http_status,
        "evidence": code.row.evidence,
        "docs_url": code.row.docs_url,
        // A table that says nothing about advice has none on its page.
        "advice": if advice == Advice::Unspecified { None } else { Some(language.phrase(advice)) },
        "advice_class": advice.as_str(),
        "explanation": language.explanation(advice),
    })
}

/// Returns every number with the codes that have it.
fn numbers(codes: &Codes) -> Vec<Value> {
    let mut numbers: BTreeMap<i64, Vec<Value>> = BTreeMap::new();
    for code in codes.all() {
        let entry = json!({ "address": code.address(), "section": code.section.key.value, "name": code.name(), "description": code.row.description });
        numbers.entry(code.number()).or_default().push(entry);
    }
    numbers.into_iter().map(|(number, codes)| json!({ "number": number, "codes": codes })).collect()
}

/// Returns the words of the page.
fn words(language: Language, is_amocrm: bool, count: usize) -> Value {
    match language {
        Language::En => json!({
            "title": if is_amocrm { "amoCRM response codes" } else { "Response codes" },
            "intro": "A number can have different meanings in different sections. The path of the request tells which section \
                its code belongs to.",
            "search": "Filter by number, path, name or text",
            "of": "of",
            "all": format!("{count} codes"),
            "none": "No code matches the filter.",
            "sections": "Sections",
            "http": "documented with HTTP",
            "undocumented": "undocumented",
            "docs": "Documentation",
            "numbers": "Codes by number",
            "link": "Link to",
            "made_with": "Made with",
        }),
        Language::Ru => json!({
            "title": if is_amocrm { "Коды ответов amoCRM" } else { "Коды ответов" },
            "intro": "Одно и то же число может иметь разные значения в разных разделах. К какому разделу относится код, видно по \
                пути запроса.",
            "search": "Номер, путь, имя или слово",
            "of": "из",
            "all": format!("Всего: {count}"),
            "none": "Ничего не найдено.",
            "sections": "Разделы",
            "http": "в документации с HTTP",
            "undocumented": "нет в документации",
            "docs": "Документация",
            "numbers": "Коды по номерам",
            "link": "Ссылка на",
            "made_with": "Создано программой",
        }),
    }
}

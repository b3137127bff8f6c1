//! Russian: the translation of the table, and the language of the output.

use std::collections::{BTreeSet, HashSet};

use amo_codes::Advice;
use amo_codes_reply::NextStep;
use amo_codes_table::read_bytes;

use crate::{addresses, finish, found, program};

const RUSSIAN: &str = include_str!("../../codes.ru.toml");

#[test]
fn every_text_of_the_table_has_a_translation_and_nothing_else_has() {
    let reading =
        read_bytes("codes.toml", &std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../codes.toml")).unwrap());
    // The key of each line, and the text of codes.toml that it translates.
    let mut expected = vec![("docs".to_owned(), "")];
    for section in &reading.table.sections {
        expected.push((format!("[{}]", section.key.value), ""));
        expected.push(("title".to_owned(), ""));
        for row in &section.rows {
            expected.push((format!("{}.description", row.number.value), &row.description));
            expected.extend(row.note.as_deref().map(|note| (format!("{}.note", row.number.value), note)));
        }
    }
    let lines: Vec<&str> = RUSSIAN.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    for (line, (key, english)) in lines.iter().zip(&expected) {
        let (found, russian) = line.split_once(" = ").unwrap_or((line, ""));
        assert_eq!(found, key, "codes.ru.toml has a text for each one of codes.toml, in its order");
        assert!(russian.is_empty() || found == "docs" || is_russian(russian), "{line}");
        // The full stop of a description is the documentation's.
        let ends_alike = english.ends_with('.') == russian.ends_with(".\"");
        assert!(ends_alike || !key.ends_with("description"), "both have a full stop, or none: {line}");
    }
    assert_eq!(lines.len(), expected.len());
}

fn is_russian(text: &str) -> bool {
    text.chars().any(|letter| matches!(letter, 'а'..='я' | 'А'..='Я'))
}

/// Returns the texts in the source code that are shown to people: each literal with a letter, except formats and HTTP.
fn texts_of(source: &str) -> impl Iterator<Item = &str> {
    let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    let literals = lines.flat_map(|line| {
        let parts: Vec<&str> = line.split('"').collect();
        parts.windows(2).step_by(2).map(|parts| (parts[0], parts[1])).collect::<Vec<_>>()
    });
    let is_text = |(before, text): &(&str, &str)| {
        !before.ends_with("format!(") && *text != "HTTP" && text.replace("{}", "").contains(char::is_alphabetic)
    };
    literals.filter(is_text).map(|(_, text)| text)
}

#[test]
fn every_text_of_the_program_has_a_translation_and_nothing_else_has() {
    let texts = include_str!("../../texts.ru.toml");
    let lines = texts.lines().filter(|line| line.starts_with('"'));
    let pairs: Vec<(&str, &str)> = lines.map(|line| line[1..line.len() - 1].split_once("\" = \"").unwrap()).collect();
    let translated: BTreeSet<String> = pairs.iter().map(|(english, _)| (*english).to_owned()).collect();
    let mut expected: BTreeSet<String> = BTreeSet::new();
    for source in [include_str!("../../src/text.rs"), include_str!("../../src/reply.rs")] {
        expected.extend(texts_of(source).map(str::to_owned));
    }
    for advice in Advice::ALL {
        expected.extend([advice.to_string(), advice.explanation().to_owned()]);
    }
    for step in [
        NextStep::Continue,
        NextStep::Retry { after: None },
        NextStep::Check,
        NextStep::SignIn,
        NextStep::Skip,
        NextStep::GiveUp,
    ] {
        expected.extend([step.to_string(), step.explanation().to_owned()]);
    }
    // Most literals of the page are HTML.
    let page = include_str!("../../src/page.rs");
    let of_page = page.split("text(\"").skip(1).filter_map(|rest| rest.split('"').next());
    expected.extend(of_page.map(str::to_owned));
    let is_of_page = |text: &&String| page.contains(&format!("\"{text}\""));
    let unknown: Vec<&String> =
        translated.iter().filter(|text| !expected.contains(*text) && !is_of_page(text)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    assert!(translated.is_superset(&expected), "{:?}", expected.difference(&translated));
    for (english, russian) in pairs {
        assert!(is_russian(russian) || english == "trace id", "{russian}");
        assert_eq!(english.matches("{}").count(), russian.matches("{}").count(), "{russian}");
    }
}

#[test]
fn a_code_is_explained_in_russian() {
    let expected = "\
other.402  SubscriptionEnded
  описание     Подписка закончилась: аккаунт не оплачен
  пояснение    Вместе с этим ответом приходит HTTP-код 402 «Payment Required»
  HTTP-статус  402
  совет        обратиться к пользователю. Сначала человек должен что-то сделать: выдать права, оплатить, включить функцию или войти через браузер.
  справка      https://www.amocrm.ru/developers/content/crm_platform/error-codes
";
    assert_eq!(found(&["other.402", "--lang", "ru"]), expected);
}

#[test]
fn a_word_is_found_in_either_language_whatever_its_ending() {
    for (query, expected) in [
        ("лимит", "other.429"),
        ("лимиты", "other.403"),
        ("сделки", "leads.213"),
        ("Сделка", "leads.330"),
        ("токен истек", "authorization.110"),
        ("токен истёк", "authorization.110"),
        ("не оплачен", "customers.402"),
        ("не оплачен", "other.402"),
        ("капчи", "authorization.111"),
        ("captcha", "authorization.111"),
        ("dealing", "leads.213"),
    ] {
        for language in ["en", "ru"] {
            let addresses = addresses(&found(&[query, "--lang", language, "--json"]));
            assert!(addresses[0].contains(&expected.to_owned()), "{query}: {addresses:?}");
        }
    }
    // What an advice means is searched last: not everyone who must act lacks rights.
    assert_eq!(addresses(&found(&["оплатить", "--json"])).len(), 1);
}

#[test]
fn the_language_is_that_of_the_locale() {
    let russian = found(&["217", "--lang", "ru"]);
    for (name, value, expected) in [
        ("LC_ALL", "ru_RU.UTF-8", &russian),
        ("LC_MESSAGES", "ru_RU", &russian),
        ("LANG", "ru", &russian),
        ("LANG", "de_DE.UTF-8", &found(&["217"])),
    ] {
        let mut command = program(&["217"]);
        assert_eq!(&finish(command.env_remove("LC_ALL").env(name, value), None).output, expected, "{name}={value}");
    }
    // An earlier variable has precedence, and an empty one does not count.
    let mut command = program(&["217"]);
    assert_eq!(finish(command.env("LC_ALL", "C").env("LANG", "ru_RU.UTF-8"), None).output, found(&["217"]));
    assert_eq!(finish(command.env("LC_ALL", "").env("LANG", "ru_RU.UTF-8"), None).output, russian);
}

#[test]
fn the_same_codes_are_found_in_both_languages() {
    for query in ["244", "leads", "/api/v4/tasks", "AddLeadForbidden", "Код ошибки 244"] {
        let of = |language| addresses(&found(&[query, "--json", "--lang", language]));
        assert_eq!(of("ru"), of("en"), "{query}");
    }
}

#[test]
fn every_advice_has_its_own_words_in_russian() {
    let output = found(&["--lang", "ru"]);
    let mut explanations = HashSet::new();
    for advice in Advice::ALL.iter().filter(|advice| **advice != Advice::Unspecified) {
        let address = match advice {
            Advice::NotAnError => "other.2002",
            Advice::NotFound => "tasks.231",
            Advice::RetryLater => "other.429",
            Advice::SignIn => "authorization.110",
            Advice::FixRequest => "leads.217",
            _ => "other.402",
        };
        let answer = found(&[address, "--lang", "ru"]);
        let line = answer.lines().find_map(|line| line.strip_prefix("  совет        ")).unwrap();
        let phrase = line.split(". ").next().unwrap();
        assert!(is_russian(line) && output.contains(phrase), "{line}");
        explanations.insert(line.to_owned());
    }
    assert_eq!(explanations.len(), Advice::ALL.len() - 1);
}

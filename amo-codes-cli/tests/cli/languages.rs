//! Russian: the translation of the table, and the language of the output.

use std::collections::HashSet;

use amo_codes::Advice;
use amo_codes_table::{Reading, Row, Section, Table, read_bytes};

use crate::{addresses, finish, found, program};

fn read(path: &str) -> Table {
    let reading: Reading = read_bytes(path, &std::fs::read(path).unwrap());
    assert_eq!(reading.errors().collect::<Vec<_>>(), [""; 0]);
    reading.table
}

/// Returns every row with its address, in table order.
fn rows(table: &Table) -> impl Iterator<Item = (String, &Row)> {
    let address = |section: &Section, row: &Row| format!("{}.{}", section.key.value, row.number.value);
    table.sections.iter().flat_map(move |section| section.rows.iter().map(move |row| (address(section, row), row)))
}

#[test]
fn the_translation_differs_only_in_what_people_read() {
    let english = read(concat!(env!("CARGO_MANIFEST_DIR"), "/../codes.toml"));
    let russian = read(concat!(env!("CARGO_MANIFEST_DIR"), "/codes.ru.toml"));
    let addresses = |table: &Table| -> Vec<String> { rows(table).map(|(address, _)| address).collect() };
    let translated = addresses(&russian);
    for address in addresses(&english) {
        assert!(translated.contains(&address), "translate {address} of codes.toml in amo-codes-cli/codes.ru.toml");
    }
    assert_eq!(
        addresses(&english),
        translated,
        "the rows of amo-codes-cli/codes.ru.toml are in the order of codes.toml"
    );
    for (one, other) in english.sections.iter().zip(&russian.sections) {
        let paths = |section: &Section| section.paths.iter().map(|path| path.value.clone()).collect::<Vec<_>>();
        assert_eq!((&one.key.value, paths(one)), (&other.key.value, paths(other)));
        assert!(is_russian(&other.title), "{}", other.title);
    }
    for ((address, one), (_, other)) in rows(&english).zip(rows(&russian)) {
        assert_eq!((&one.name.value, one.http_status), (&other.name.value, other.http_status), "{address}");
        assert_eq!((one.advice, one.is_documented), (other.advice, other.is_documented), "{address}");
        assert!(is_russian(&other.description), "{address}");
        assert_eq!(one.note.is_some(), other.note.as_deref().is_some_and(is_russian), "{address}");
        // The full stop of a description is the documentation's.
        let (one, other) = (&one.description, &other.description);
        assert_eq!(
            one.ends_with('.'),
            other.ends_with('.'),
            "both descriptions of {address} end with a full stop, or none"
        );
    }
}

fn is_russian(text: &str) -> bool {
    text.chars().any(|letter| matches!(letter, 'а'..='я' | 'А'..='Я'))
}

#[test]
fn a_code_is_explained_in_russian() {
    let expected = "\
other.402  SubscriptionEnded
  описание     Подписка закончилась
  пояснение    Вместе с этим ответом приходит HTTP-код 402 «Payment Required»
  HTTP-статус  402
  совет        обратиться к пользователю. Сначала человек должен что-то сделать: выдать права, оплатить, включить функцию или войти через браузер.
  справка      https://www.amocrm.ru/developers/content/crm_platform/error-codes
";
    assert_eq!(found(&["other.402", "--lang", "ru"]), expected);
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

//! The texts of amoCRM's table in Russian, laid over the model of codes.toml.

use amo_codes_table::Table;
use toml::de::DeTable;

const RUSSIAN: &str = include_str!("../codes.ru.toml");

/// Replaces the texts of a table by those in Russian. What has none keeps its own.
pub(crate) fn translate(table: &mut Table) {
    // A test reads it.
    let Ok(overlay) = DeTable::parse(RUSSIAN).map(toml::Spanned::into_inner) else { return };
    for section in &mut table.sections {
        let Some(texts) = child(&overlay, &section.key.value) else { continue };
        replace(&mut section.title, texts, "title");
        for row in &mut section.rows {
            let Some(texts) = child(texts, &row.code()) else { continue };
            replace(&mut row.description, texts, "description");
            row.note.iter_mut().for_each(|note| replace(note, texts, "note"));
            row.docs_url.iter_mut().for_each(|url| replace(url, &overlay, "docs"));
        }
    }
}

fn child<'o, 't>(table: &'o DeTable<'t>, key: &str) -> Option<&'o DeTable<'t>> {
    table.get(key)?.get_ref().as_table()
}

fn replace(text: &mut String, texts: &DeTable, key: &str) {
    if let Some(translated) = texts.get(key).and_then(|text| text.get_ref().as_str()) {
        translated.clone_into(text);
    }
}

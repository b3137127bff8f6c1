//! The texts of amoCRM's table in Russian, laid over the model of codes.toml.

use amo_codes_table::Table;
use toml::de::DeTable;

const RUSSIAN: &str = include_str!("../codes.ru.toml");

/// Replaces the texts of a table by those in Russian. What has none keeps its own.
pub(crate) fn translate(table: &mut Table) -> Result<(), String> {
    let overlay = DeTable::parse(RUSSIAN).map_err(|error| error.to_string())?.into_inner();
    for section in &mut table.sections {
        let Some(texts) = child(&overlay, &section.key.value) else { continue };
        set(&mut section.title, text(texts, "title"));
        for row in &mut section.rows {
            let Some(texts) = child(texts, &row.number.value.to_string()) else { continue };
            set(&mut row.description, text(texts, "description"));
            set(&mut row.note, text(texts, "note").map(Some));
            if row.docs_url.is_some() {
                set(&mut row.docs_url, text(&overlay, "docs").map(Some));
            }
        }
    }
    Ok(())
}

fn child<'o, 't>(table: &'o DeTable<'t>, key: &str) -> Option<&'o DeTable<'t>> {
    table.get(key)?.get_ref().as_table()
}

fn text(table: &DeTable, key: &str) -> Option<String> {
    table.get(key)?.get_ref().as_str().map(str::to_owned)
}

fn set<T>(target: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *target = value;
    }
}

//! One mistake, one error, at the position of the mistake: each table has a single mistake.

mod array_opened_twice {
    amo_codes::amo_codes!("tables/mistakes/array_opened_twice.toml");
}
mod array_quote_missing {
    amo_codes::amo_codes!("tables/mistakes/array_quote_missing.toml");
}
mod array_unclosed {
    amo_codes::amo_codes!("tables/mistakes/array_unclosed.toml");
}
mod conflict_marker {
    amo_codes::amo_codes!("tables/mistakes/conflict_marker.toml");
}
mod equals_twice {
    amo_codes::amo_codes!("tables/mistakes/equals_twice.toml");
}
mod first_header_missing {
    amo_codes::amo_codes!("tables/mistakes/first_header_missing.toml");
}
mod header_as_list_item {
    amo_codes::amo_codes!("tables/mistakes/header_as_list_item.toml");
}
mod header_in_parentheses {
    amo_codes::amo_codes!("tables/mistakes/header_in_parentheses.toml");
}
mod header_of_array {
    amo_codes::amo_codes!("tables/mistakes/header_of_array.toml");
}
mod header_opened_twice {
    amo_codes::amo_codes!("tables/mistakes/header_opened_twice.toml");
}
mod header_too_deep {
    amo_codes::amo_codes!("tables/mistakes/header_too_deep.toml");
}
mod header_unclosed {
    amo_codes::amo_codes!("tables/mistakes/header_unclosed.toml");
}
mod header_with_colon {
    amo_codes::amo_codes!("tables/mistakes/header_with_colon.toml");
}
mod header_with_slash {
    amo_codes::amo_codes!("tables/mistakes/header_with_slash.toml");
}
mod header_with_underscore {
    amo_codes::amo_codes!("tables/mistakes/header_with_underscore.toml");
}
mod header_without_dot {
    amo_codes::amo_codes!("tables/mistakes/header_without_dot.toml");
}
mod header_without_opening {
    amo_codes::amo_codes!("tables/mistakes/header_without_opening.toml");
}
mod html {
    amo_codes::amo_codes!("tables/mistakes/html.toml");
}
mod json {
    amo_codes::amo_codes!("tables/mistakes/json.toml");
}
mod key_misspelled {
    amo_codes::amo_codes!("tables/mistakes/key_misspelled.toml");
}
mod keys_missing {
    amo_codes::amo_codes!("tables/mistakes/keys_missing.toml");
}
mod last_header_unclosed {
    amo_codes::amo_codes!("tables/mistakes/last_header_unclosed.toml");
}
mod multi_line_unclosed {
    amo_codes::amo_codes!("tables/mistakes/multi_line_unclosed.toml");
}
mod only_row_broken {
    amo_codes::amo_codes!("tables/mistakes/only_row_broken.toml");
}
mod row_header_missing {
    amo_codes::amo_codes!("tables/mistakes/row_header_missing.toml");
}
mod second_row_header_missing {
    amo_codes::amo_codes!("tables/mistakes/second_row_header_missing.toml");
}
mod section_header_missing {
    amo_codes::amo_codes!("tables/mistakes/section_header_missing.toml");
}
mod section_misspelled {
    amo_codes::amo_codes!("tables/mistakes/section_misspelled.toml");
}
mod section_of_row_misspelled {
    amo_codes::amo_codes!("tables/mistakes/section_of_row_misspelled.toml");
}
mod spreadsheet {
    amo_codes::amo_codes!("tables/mistakes/spreadsheet.toml");
}
mod stray_brace {
    amo_codes::amo_codes!("tables/mistakes/stray_brace.toml");
}
mod stray_bracket {
    amo_codes::amo_codes!("tables/mistakes/stray_bracket.toml");
}
mod title_misspelled {
    amo_codes::amo_codes!("tables/mistakes/title_misspelled.toml");
}
mod yaml {
    amo_codes::amo_codes!("tables/mistakes/yaml.toml");
}

fn main() {}

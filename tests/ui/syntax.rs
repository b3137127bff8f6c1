//! TOML itself: every broken line, once.

mod syntax {
    amo_codes::amo_codes!("tables/syntax.toml");
}
mod spreadsheet {
    amo_codes::amo_codes!("tables/spreadsheet.toml");
}
mod merge_conflict {
    amo_codes::amo_codes!("tables/merge_conflict.toml");
}
mod once {
    amo_codes::amo_codes!("tables/once.toml");
}

fn main() {}

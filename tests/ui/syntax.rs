//! Several mistakes in the TOML of one file, one error for each.

mod syntax {
    amo_codes::amo_codes!("tables/syntax.toml");
}
mod merge_conflict {
    amo_codes::amo_codes!("tables/merge_conflict.toml");
}
mod once {
    amo_codes::amo_codes!("tables/once.toml");
}

fn main() {}

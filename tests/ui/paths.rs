//! Paths that no request has.

mod path_format {
    amo_codes::amo_codes!("tables/path_format.toml");
}
mod path_once {
    amo_codes::amo_codes!("tables/path_once.toml");
}

fn main() {}

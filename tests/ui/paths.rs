//! Paths that no request has.

mod path_form {
    amo_codes::amo_codes!("tables/path_form.toml");
}
mod path_once {
    amo_codes::amo_codes!("tables/path_once.toml");
}

fn main() {}

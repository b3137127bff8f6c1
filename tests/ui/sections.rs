//! Keys that cannot be sections.

mod section_key {
    amo_codes::amo_codes!("tables/section_key.toml");
}
mod section_has_codes {
    amo_codes::amo_codes!("tables/section_has_codes.toml");
}
mod type_name {
    amo_codes::amo_codes!("tables/type_name.toml");
}
mod type_once {
    amo_codes::amo_codes!("tables/type_once.toml");
}

fn main() {}

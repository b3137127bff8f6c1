//! Names that cannot be variants.

mod variant_name {
    amo_codes::amo_codes!("tables/variant_name.toml");
}
mod name_once {
    amo_codes::amo_codes!("tables/name_once.toml");
}

fn main() {}

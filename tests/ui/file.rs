//! Files that cannot be read as a table.

mod missing {
    amo_codes::amo_codes!("tables/missing.toml");
}
mod folder {
    amo_codes::amo_codes!("tables");
}
mod without_ending {
    amo_codes::amo_codes!("tables/valid");
}
mod backslash {
    amo_codes::amo_codes!("tables\\valid.toml");
}
mod absolute {
    amo_codes::amo_codes!("/etc/codes.toml");
}
mod outside {
    amo_codes::amo_codes!("../codes.toml");
}
mod nothing {
    amo_codes::amo_codes!("");
}

fn main() {}

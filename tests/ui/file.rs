//! What can be wrong with the file as a whole.

mod missing {
    amo_codes::amo_codes!("tables/missing.toml");
}
mod folder {
    amo_codes::amo_codes!("tables");
}
mod latin1 {
    amo_codes::amo_codes!("tables/latin1.toml");
}
mod utf16 {
    amo_codes::amo_codes!("tables/utf16.toml");
}
mod empty {
    amo_codes::amo_codes!("tables/empty.toml");
}
mod comments_only {
    amo_codes::amo_codes!("tables/comments_only.toml");
}
mod html {
    amo_codes::amo_codes!("tables/html.toml");
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

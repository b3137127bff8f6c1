//! The URL of a code's documentation: a URL in which the number or the word, and the name are filled in.

use super::errors::Errors;
use crate::diagnostic::Diagnostic;
use crate::model::Spanned;
use crate::words::quoted;

/// The address of the documentation is a URL with known placeholders: returns whether it is one. The kind is `number` or
/// `word`.
pub(super) fn check_url(url: &Spanned<String>, kind: &str, errors: &mut Errors<'_>) -> bool {
    let filled = fill(&url.value, kind, "", "");
    let host = filled.strip_prefix("https://").or_else(|| filled.strip_prefix("http://"));
    let is_part =
        |character: char| !character.is_whitespace() && !character.is_control() && !"<>\"`\\{}".contains(character);
    if host.is_some_and(|host| host.starts_with(char::is_alphanumeric)) && filled.chars().all(is_part) {
        return true;
    }
    let message = format!("`docs` is not a URL: {}", quoted(&url.value));
    let help = format!(
        "write a URL such as `https://example.com/errors#{{{kind}}}`; only `{{{kind}}}` and `{{name}}` are filled in"
    );
    errors.report(Diagnostic::new(&message, &help).at(&url.span, "expected a URL"));
    false
}

/// Fills in the number or the word, and the name of a code.
pub(super) fn fill(url: &str, kind: &str, code: &str, name: &str) -> String {
    url.replace(format!("{{{kind}}}").as_str(), &percent_encoded(code)).replace("{name}", &percent_encoded(name))
}

fn percent_encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => encoded.push(char::from(byte)),
            _ => encoded += &format!("%{byte:02X}"),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::{check_url, fill};
    use crate::model::Spanned;
    use crate::parse::errors::Errors;

    #[test]
    fn the_number_and_the_name_are_filled_in() {
        for (url, filled) in [
            ("https://example.com/errors", "https://example.com/errors"),
            ("https://example.com/{number}", "https://example.com/-7"),
            ("https://example.com/{name}?of={name}#{number}", "https://example.com/A%2FB%20c?of=A%2FB%20c#-7"),
        ] {
            assert_eq!(fill(url, "number", "-7", "A/B c"), filled);
        }
    }

    #[test]
    fn what_is_not_a_url_is_rejected() {
        let is_url =
            |url: &str| check_url(&Spanned { value: url.to_owned(), span: 0..0 }, "number", &mut Errors::default());
        for url in ["https://example.com", "http://localhost:8080/a?b=c#{name}", "https://пример.рф/{number}"] {
            assert!(is_url(url), "{url}");
        }
        for url in
            ["", "errors.html", "https://", "https:///a", "https://a b", "https://a/{code}", "https://a/<b>", "ftp://a"]
        {
            assert!(!is_url(url), "{url}");
        }
    }
}

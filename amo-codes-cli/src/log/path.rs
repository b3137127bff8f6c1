//! The path of the request.

use amo_codes_reply::Reply;

use crate::table::Codes;

/// Returns the path of a URL, as a reply has it: without host and query.
pub(crate) fn path_of(url: &str) -> Option<String> {
    let reply = Reply::read(url, 204, b"");
    Some(reply.path().to_owned()).filter(|path| !path.is_empty())
}

/// Finds the path of the request in a line: the first one that a section of the table has, or one that only the path `/`
/// matches if it is surely a request.
pub(crate) fn find(line: &str, codes: &Codes) -> Option<String> {
    let is_between = |letter: char| letter.is_whitespace() || "\"'`<>()[]{},;|=\\".contains(letter);
    let words = || line.split(is_between).map(|word| word.trim_end_matches(['.', ':', '!']));
    let candidates = || words().filter(|word| word.contains('/'));
    let is_specific = |word: &&str| codes.match_path(word).is_some_and(|(_, pattern)| pattern != "/");
    let is_request = |word: &&str| {
        let starts = ["/api/", "/private/api/", "/ajax/"];
        word.contains("://") || starts.iter().any(|start| word.starts_with(start))
    };
    candidates().find(is_specific).or_else(|| candidates().find(is_request)).and_then(path_of)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::language::Language;
    use crate::table::Codes;

    #[test]
    fn the_path_of_a_request_is_found() {
        let codes = Codes::load(None, Language::En).unwrap_or_else(|errors| panic!("{errors:?}"));
        for (line, path) in [
            ("POST /api/v4/leads 400", Some("/api/v4/leads")),
            ("POST https://x.amocrm.ru/api/v4/leads?page=2: failed", Some("/api/v4/leads")),
            (r#"{"url":"https://x.amocrm.ru/api/v4/tasks","status":400}"#, Some("/api/v4/tasks")),
            ("path=/api/v2/notes, code=244", Some("/api/v2/notes")),
            ("see https://example.com/log for POST /api/v4/leads", Some("/api/v4/leads")),
            ("GET /api/v4/events", Some("/api/v4/events")),
            ("POST https://x.amocrm.ru/oauth2/access_token?a=b", Some("/oauth2/access_token")),
            ("see https://example.com", None),
            ("in /var/www/app.php:15", None),
            ("and/or 1/2", None),
            ("", None),
        ] {
            assert_eq!(find(line, &codes).as_deref(), path, "{line}");
        }
    }
}

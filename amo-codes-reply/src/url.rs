//! The path of a request's URL.

/// Returns the path of a URL, without scheme, host and query. What is not a URL is a path already.
pub(crate) fn path_of(url: &str) -> &str {
    let url = url.split(['?', '#']).next().unwrap_or_default().trim();
    let is_scheme = |scheme: &str| scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    let after_scheme = match url.split_once("//") {
        Some(("", rest)) => Some(rest),
        Some((scheme, rest)) if scheme.strip_suffix(':').is_some_and(is_scheme) => Some(rest),
        _ => None,
    };
    // `acme.amocrm.ru/api/v4/leads` begins with a host as well.
    let is_host = |first: &str| first.contains(['.', ':', '@']);
    let host = after_scheme.or_else(|| Some(url).filter(|url| url.split('/').next().is_some_and(is_host)));
    match host {
        Some(host) => host.find('/').map_or("", |slash| &host[slash..]),
        None => url,
    }
}

#[cfg(test)]
mod tests {
    use super::path_of;

    #[test]
    fn a_path_has_no_host_and_no_query() {
        for (url, path) in [
            ("https://user:pass@acme.amocrm.ru/api/v4/leads?token=s#f", "/api/v4/leads"),
            ("HTTP://localhost:8080/api", "/api"),
            ("//acme.amocrm.ru/api", "/api"),
            ("acme.amocrm.ru/api", "/api"),
            ("localhost:8080/api", "/api"),
            ("https://acme.amocrm.ru", ""),
            ("acme.amocrm.ru?a=/b", ""),
            ("/proxy//api/v4", "/proxy//api/v4"),
            ("/private/api/auth.php?USER_HASH=s", "/private/api/auth.php"),
            ("private/api/auth.php", "private/api/auth.php"),
            (" /api/v4/leads\n", "/api/v4/leads"),
            ("", ""),
        ] {
            assert_eq!(path_of(url), path, "{url}");
        }
    }
}

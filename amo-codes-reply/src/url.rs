//! The path of a request's URL.

#[cfg(test)]
mod tests;

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

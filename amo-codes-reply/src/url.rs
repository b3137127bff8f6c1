//! The path of a request's URL.

#[cfg(test)]
mod tests;

/// Returns the path of a URL, without scheme, host and query. What is not a URL is a path already.
pub(crate) fn path_of(url: &str) -> &str {
    let url = url.split(['?', '#']).next().unwrap_or_default().trim();
    let (start, rest) = url.split_once('/').unwrap_or((url, ""));
    let from_host = match rest.strip_prefix('/') {
        Some(host) if start.is_empty() || start.ends_with(':') => host,
        // `acme.amocrm.ru/api/v4/leads` begins with a host as well.
        _ if start.contains(['.', ':', '@']) => url,
        _ => return url,
    };
    from_host.find('/').map_or("", |slash| &from_host[slash..])
}

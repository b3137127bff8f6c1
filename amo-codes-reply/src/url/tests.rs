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
        ("/proxy/https://acme.amocrm.ru/api", "/proxy/https://acme.amocrm.ru/api"),
        ("api//v4", "api//v4"),
        ("GET https://acme.amocrm.ru/api", "/api"),
        ("https :///api", "/api"),
        ("/private/api/auth.php?USER_HASH=s", "/private/api/auth.php"),
        ("private/api/auth.php", "private/api/auth.php"),
        (" /api/v4/leads\n", "/api/v4/leads"),
        ("", ""),
    ] {
        assert_eq!(path_of(url), path, "{url}");
    }
}

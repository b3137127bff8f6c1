use super::title;

#[test]
fn the_title_of_a_page_is_read() {
    for (page, text) in [
        ("<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>", "403 Forbidden"),
        ("<TITLE lang=ru>\n Log &amp; in </TITLE>", "Log &amp; in"),
        ("<title>İ 502</title>", "İ 502"),
        ("<h1>502</h1>", ""),
        ("<title>never closed", ""),
        ("<title", ""),
        ("", ""),
    ] {
        assert_eq!(title(page.as_bytes()), text, "{page}");
    }
    assert_eq!(title(b"<title>\xff</title>"), "\u{fffd}");
    assert_eq!(title(format!("{}<title>Late</title>", " ".repeat(2_000)).as_bytes()), "Late");
}

//! The table as one HTML page, which needs no other file. Its parts are in page/*.html.

use amo_codes::Advice;
use amo_codes_table::Section;

use crate::language::Language;
use crate::table::{Code, Codes, by_key, codes_of};

pub(crate) fn page(title: Option<&str>, codes: &Codes) -> String {
    let language = codes.language;
    let text = |english: &'static str| language.text(english);
    let by_key = by_key(&codes.table);
    let count = codes.all().count();
    let has_paths = codes.sections().iter().any(|section| !section.paths.is_empty());
    let introduction = "A code can have different meanings in different sections. The path of the request tells which section it belongs to.";
    let paragraph = (has_paths && by_key.len() < count).then(|| format!("<p>{}</p>\n", text(introduction)));
    format!(
        include_str!("page/page.html"),
        lang = if language == Language::En { "en" } else { "ru" },
        title = escape(title.unwrap_or(text(if codes.is_amocrm { "amoCRM response codes" } else { "Response codes" }))),
        introduction = paragraph.unwrap_or_default(),
        search = text("Filter by code, path, name or text"),
        of = text("of"),
        count = language.say("{} codes", &[&count]),
        navigation = text("Sections"),
        links = concat(codes.sections(), |section| link(section, language)),
        sections = concat(codes.sections(), |section| self::section(section, language)),
        none = text("No code matches the filter."),
        by_number = text(if codes.has_words() { "Codes by word" } else { "Codes by number" }),
        numbers = concat(&by_key, |(key, codes)| entry(key, codes)),
        made_with = text("Made with"),
        style = include_str!("page/page.css"),
        script = include_str!("page/page.js"),
    )
}

fn link(section: &Section, language: Language) -> String {
    let key = &section.key.value;
    let name = if language == Language::En { key } else { &section.title };
    format!(r##"<li><a href="#{key}"><span>{}</span> <small>{}</small></a></li>"##, escape(name), section.rows.len())
        + "\n"
}

fn section(section: &Section, language: Language) -> String {
    format!(
        include_str!("page/section.html"),
        key = section.key.value,
        title = escape(&section.title),
        patterns = concat(&section.paths, |path| escape(&path.value) + " "),
        paths = concat(&section.paths, |path| format!(" <code>{}</code>", escape(&path.value))),
        codes = concat(codes_of(section), |code| self::code(code, language)),
    )
}

fn code(code: Code, language: Language) -> String {
    let row = code.row;
    let advice = code.advice();
    let notes = row.note.iter().chain(&row.evidence);
    let advice_text = |advice: Advice| {
        let (phrase, explanation) = (language.phrase(advice), language.explanation(advice));
        format!("<p class=\"advice {}\"><strong>{phrase}</strong> {explanation}</p>\n", advice.as_str())
    };
    let status = |status: &u16| format!("<span>{} {status}</span>", language.text("documented with HTTP"));
    let evidence = |_: &String| format!("<span>{}</span>", language.text("undocumented"));
    let docs =
        |url: &String| format!("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escape(url), language.text("Documentation"));
    format!(
        include_str!("page/code.html"),
        address = escape(&code.address()),
        link = language.text("Link to"),
        key = escape(&code.key()),
        name = escape(code.name()),
        description = escape(&row.description),
        // A table that says nothing about advice has none on its page.
        paragraphs = concat(notes, |note| format!("<p class=\"note\">{}</p>\n", escape(note)))
            + &concat(Some(advice).filter(|advice| *advice != Advice::Unspecified), advice_text),
        facts = concat(&row.http_status, status) + &concat(&row.evidence, evidence) + &concat(&row.docs_url, docs),
    )
}

/// Lists the codes of a number or a word.
fn entry((number, key): &(Option<i64>, String), codes: &[Code]) -> String {
    let key = escape(key);
    // A word may be the key of a section as well, but it has no colon.
    let id = if number.is_some() { key.clone() } else { format!("page:word:{key}") };
    let item = |code: Code| {
        let (address, section, name) = (escape(&code.address()), &code.section.key.value, escape(code.name()));
        let link = format!("<li><a href=\"#{address}\"><span class=\"section-key\">{section}</span> {name}</a>");
        let meaning = if codes.len() == 1 { "" } else { &format!(" <small>{}</small>", escape(&code.row.description)) };
        format!("{link}{meaning}</li>\n")
    };
    let items = concat(codes.iter().copied(), item);
    format!("<li id=\"{id}\"><a class=\"number\" href=\"#{id}\">{key}</a>\n<ul>\n{items}</ul></li>\n")
}

fn concat<T>(items: impl IntoIterator<Item = T>, html: impl Fn(T) -> String) -> String {
    items.into_iter().map(html).collect()
}

/// Returns a text as HTML shows it, also in an attribute in double quotes.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

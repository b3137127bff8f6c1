//! `amo-codes page`. `.ci/page` tests it in a browser.

use amo_codes::{Code, Section};

use crate::own_tables::saved;
use crate::{found, parse, run};

#[test]
fn the_page_has_every_code_with_an_anchor() {
    let page = found(&["page"]);
    for code in Code::ALL {
        let line = format!("{code:#}");
        let address = line.split(':').next().unwrap();
        assert!(page.contains(&format!("<article class=\"code\" id=\"{address}\">")), "{address}");
        assert!(page.contains(&format!("<li id=\"{}\">", code.number())), "{address}");
    }
    assert_eq!(page.matches("<article").count(), Code::ALL.len());
    assert_eq!(page.matches("<h2").count(), Section::ALL.len() + 1);
    assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">") && page.ends_with("</html>\n"));
}

#[test]
fn the_page_loads_nothing() {
    let page = found(&["page"]);
    for reference in ["src=", "@import", "url(", "<iframe"] {
        assert!(!page.contains(reference), "{reference}");
    }
    assert_eq!(page.matches("<link").count(), 1);
    assert!(page.contains("<link rel=\"icon\" href=\"data:,\">"));
}

#[test]
fn a_code_of_the_page_says_what_the_table_says() {
    let page = found(&["page"]);
    let article = page.split("id=\"other.402\">").nth(1).unwrap().split("</article>").next().unwrap();
    for text in [
        ">402</a> <span class=\"name\">SubscriptionEnded</span>",
        "<p class=\"description\">Subscription has ended</p>",
        "<p class=\"note\">With this reply, you receive a HTTP code #402 &quot;Payment Required&quot;</p>",
        "<strong>ask the user</strong> A person must act first: ",
        "documented with HTTP 402",
        "href=\"https://www.amocrm.com/developers/content/api/errors\"",
    ] {
        assert!(article.contains(text), "{text}: {article}");
    }
}

#[test]
fn the_page_is_in_the_language_and_has_a_title() {
    let page = found(&["page", "--lang", "ru"]);
    assert!(page.contains("<html lang=\"ru\">") && page.contains("<h1>Коды ответов amoCRM</h1>"));
    assert!(page.contains("<p>Один и тот же код может иметь разные значения"));
    assert!(page.contains("Подписка закончилась") && page.contains("<strong>обратиться к пользователю</strong>"));
    let page = found(&["page", "--title", "Codes <of> ours"]);
    assert!(page.contains("<title>Codes &lt;of&gt; ours</title>") && page.contains("<h1>Codes &lt;of&gt; ours</h1>"));
}

#[test]
fn the_text_of_an_own_table_is_escaped() {
    let (file, _folder) = saved(
        "[a]\ntitle = \"<b>{{ 1 + 1 }}\"\n\n[a.1]\nname = \"A & <B>\"\ndescription = \"</script><script>alert(1)</script>\"\n",
    );
    let page = found(&["page", "--table", &file]);
    assert!(page.contains("&lt;b&gt;{{ 1 + 1 }}") && page.contains("A &amp; &lt;B&gt;"), "{page}");
    assert!(page.contains("<p class=\"description\">&lt;/script&gt;&lt;script&gt;alert(1)"), "{page}");
    assert_eq!(page.matches("<script>").count(), 1);
    // Without paths, there is nothing to say about them.
    assert!(!page.contains("The path of the request"), "{page}");
    // The table says nothing about what to do.
    assert!(!page.contains("<p class=\"advice"), "{page}");
}

#[test]
fn no_id_is_used_twice_whatever_the_sections_are_called() {
    let keys = ["page", "filter", "numbers", "title", "none", "numbers_title"];
    let section = |key: &&str| format!("[{key}]\ntitle = \"A\"\n[{key}.1]\nname = \"B\"\ndescription = \"C\"\n");
    let (file, _folder) = saved(&keys.iter().map(section).collect::<String>());
    let page = found(&["page", "--table", &file]);
    let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|part| part.split('"').next()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "{ids:?}");
    assert!(keys.iter().all(|key| ids.contains(key)), "{ids:?}");
}

#[test]
fn the_page_as_json_is_the_table() {
    let sections = parse(&found(&["page", "--json"]));
    let codes = sections.as_array().unwrap().iter().map(|section| section["codes"].as_array().unwrap().len());
    assert_eq!(codes.sum::<usize>(), Code::ALL.len());
    assert_eq!(sections[3]["key"], "leads");
    assert_eq!(sections[3]["paths"][0], "/private/api/v2/json/leads");
    assert_eq!(run(&["page", "244"]).exit, Some(2));
}

"""Checks the page that `amo-codes page` writes: the filter, the anchors, narrow screens, the dark mode, the page without JavaScript,
and that it loads nothing and reports no error. With a folder, also saves pictures there. Run by `.ci/page`.
"""
import os, pathlib, subprocess, sys, tempfile

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "debug/amo-codes"
HOSTILE = """
[first]
title = "<script>document.title = 'changed'</script>"
docs = "https://example.com/?a='&number={number}"

[first.-1]
name = "A & B"
description = "</style></script><img src=x onerror=\\"document.title = 'changed'\\">"
note = "{{ title }} & {% raw %}"
"""


class Page:
    """A page in headless Chromium."""

    def __init__(self, url, scripts=True):
        options = webdriver.ChromeOptions()
        for option in ["headless", "no-sandbox", "hide-scrollbars", "disable-gpu", "disable-dev-shm-usage"]:
            options.add_argument(f"--{option}")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        if not scripts:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        options.binary_location = "/usr/bin/chromium"
        self.driver, self.url = webdriver.Chrome(options, webdriver.ChromeService("/usr/bin/chromedriver")), url
        self.open()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        if not any(error):
            check("errors in the console", self.driver.get_log("browser"), [])
            loaded = [entry for entry in self.driver.get_log("performance") if "Network.requestWillBeSent\"" in entry["message"]]
            check("what the page loads", [entry for entry in loaded if self.url not in entry["message"]], [])
        self.driver.quit()

    def open(self, fragment=""):
        # A new document, even if only the fragment differs.
        self.driver.get("about:blank")
        self.driver.get(self.url + fragment)

    def emulate(self, command, **parameters):
        self.driver.execute_cdp_cmd(f"Emulation.{command}", parameters)

    def resize(self, width):
        self.emulate("setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)

    def media(self, media="", scheme="light"):
        self.emulate("setEmulatedMedia", media=media, features=[{"name": "prefers-color-scheme", "value": scheme}])

    def run(self, script, *arguments):
        return self.driver.execute_script(f"return {script}", *arguments)

    def visible(self, selector):
        """The ids of the elements that are displayed."""
        return [element.get_attribute("id") for element in self.driver.find_elements(By.CSS_SELECTOR, selector) if element.is_displayed()]

    def type(self, text):
        """Replaces what is in the filter, as a user does."""
        self.driver.find_element(By.CSS_SELECTOR, "input[type=search]").send_keys(Keys.CONTROL, "a", Keys.NULL, text or Keys.BACKSPACE)

    def check_target(self, target):
        """Checks that a target is on the screen, below the filter."""
        self.driver.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")
        top, bottom, filter_end, height = self.run("""(box => [box.top, box.bottom,
            document.querySelector('.search').getBoundingClientRect().bottom, innerHeight])(document.getElementById(arguments[0])
            .getBoundingClientRect())""", target)
        check(f"that #{target} is on the screen", filter_end <= top < bottom <= height, True)


def check(what, actual, expected):
    if actual != expected:
        sys.exit(f"page: {what}: expected {expected!r}, got {actual!r}")


def check_filter(page, words, found):
    everything = page.visible(".code")
    page.type(words)
    check(f"codes for {words!r}", page.visible(".code"), found)
    check("sections", page.visible(".section"), list(dict.fromkeys(id.split(".")[0] for id in found)))
    count = page.run("document.querySelector('output').value").split()
    check("count", [int(word) for word in count if word.isdigit()], [len(found), len(everything)])
    page.type("Error code 244 at /api/v4/tasks")
    check("codes for a pasted line", page.visible(".code"), ["tasks.244"])
    page.type("no code has this text")
    check("codes and messages for other text", (page.visible(".code"), len(page.visible(".none"))), ([], 1))
    # A link to a hidden code shows it.
    page.run("location.hash = '#tasks.244'")
    page.check_target("tasks.244")
    check("codes after a link", page.visible(".code"), everything)
    page.type("244")
    page.type("")
    check("codes and messages without a filter", (page.visible(".code"), page.visible(".none")), (everything, []))


def check_anchors(page):
    for target in ["tasks.244", "other.2002", "244", "2002"]:
        page.open(f"#{target}")
        page.check_target(target)
    meanings = page.run("[...document.getElementById('244').querySelectorAll(':scope ul a')].map(a => a.getAttribute('href'))")
    check("meanings", meanings, [f"#{key}.244" for key in ["leads", "events", "tasks", "directories", "directory_elements"]])
    ids = page.run("[...document.querySelectorAll('[id]')].map(element => element.id)")
    check("ids that are used twice", len(ids), len(set(ids)))
    links = page.run("[...document.querySelectorAll('a[href^=\"#\"]')].map(a => decodeURIComponent(a.getAttribute('href').slice(1)))")
    check("links without a target", [link for link in links if link not in ids], [])


def check_layout(page):
    for width in [320, 400, 800, 1280]:
        page.resize(width)
        page.open()
        check(f"what is too wide for {width}", page.run("document.documentElement.scrollWidth - document.documentElement.clientWidth"), 0)
    for scheme, is_light in [("light", True), ("dark", False)]:
        page.media(scheme=scheme)
        color = page.run("getComputedStyle(document.documentElement).backgroundColor.match(/[0-9]+/g).slice(0, 3).map(Number)")
        check(f"light in {scheme} mode", sum(color) > 384, is_light)
    page.media("print")
    check("filter in print", page.visible(".search"), [])
    page.media()


def take_pictures(page, folder, name):
    folder.mkdir(parents=True, exist_ok=True)
    for width in [1280, 400]:
        for scheme in ["light", "dark"]:
            page.resize(width)
            page.media(scheme=scheme)
            for part, fragment in {"top": "", "code": "#tasks.244", "numbers": "#page:numbers"}.items():
                page.open(fragment)
                page.driver.save_screenshot(folder / f"{name}-{width}-{scheme}-{part}.png")


def main():
    with tempfile.TemporaryDirectory() as folder:
        def url(name, *options):
            file = pathlib.Path(folder) / f"{name}.html"
            file.write_bytes(subprocess.check_output([PROGRAM, "page", *options]))
            return file.as_uri()

        for language, words in [("en", "Insufficient RIGHTS"), ("ru", "недостаточно прав")]:
            with Page(url(language, "--lang", language)) as page:
                check_filter(page, words, ["events.244", "directory_elements.244", "customers.288"])
                everything = page.visible(".code")
                check_anchors(page)
                check_layout(page)
                if len(sys.argv) > 1:
                    take_pictures(page, pathlib.Path(sys.argv[1]), language)
        with Page(url("en", "--lang", "en"), scripts=False) as page:
            check("codes and filter without JavaScript", (page.visible(".code"), page.visible(".search")), (everything, []))
        table = pathlib.Path(folder) / "hostile.toml"
        table.write_text(HOSTILE)
        with Page(url("own", "--lang", "en", "--table", table)) as page:
            texts = page.run("['description', 'note'].map(name => document.getElementById('first.-1').querySelector('.' + name).textContent)")
            check("texts", texts, ["</style></script><img src=x onerror=\"document.title = 'changed'\">", "{{ title }} & {% raw %}"])
            check("title", page.driver.title, "Response codes")
            check_layout(page)
    print("page: the page works in Chromium")


main()

"use strict";
{
  const form = document.querySelector(".search");
  const input = form.querySelector("input");
  const output = form.querySelector("output");
  const all = output.value;
  const none = document.querySelector(".none");
  const numbers = document.querySelector(".numbers");
  const sections = [...document.querySelectorAll(".section")];
  const codes = [...document.querySelectorAll(".code")].map(element => {
    const section = element.closest(".section");
    const text = `${section.querySelector("h2").textContent} ${element.textContent}`.toLowerCase();
    return { element, section, text, key: element.querySelector(".number").textContent };
  });

  // How well the beginning of a path matches a pattern, by its segments: those that are equal count more than `*`.
  const segments = path => path.split("/").filter(segment => segment !== "");
  const score = (path, pattern) => {
    const found = segments(path);
    const wanted = segments(pattern);
    const matches = wanted.every((segment, index) => index < found.length && ["*", found[index]].includes(segment));
    return matches ? wanted.length + wanted.filter(segment => segment !== "*").length / 100 : -1;
  };
  const best = (path, section) => Math.max(...section.dataset.paths.split(" ").filter(Boolean).map(pattern => score(path, pattern)), -1);

  // The codes of what people paste: a path, a URL, a message such as "Error code 244", or a line with both.
  const findPath = text => /(?:^|[\s"'`(])(?:https?:\/\/[^\s/]+)?(\/[^\s?#&"'`)]*)/.exec(text)?.[1];
  const pasted = text => {
    const words = text.split(/[\s,;:=()[\]{}"'#№]+/).map(word => word.replace(/[.!?]+$/, ""));
    const path = findPath(text);
    const scores = sections.map(section => path === undefined ? -1 : best(path, section));
    const section = sections[scores.indexOf(Math.max(...scores, 0))];
    const inSection = code => code.section === section;
    const numbered = codes.filter(code => words.includes(code.key));
    const chosen = numbered.filter(inSection);
    return chosen.length > 0 ? chosen : numbered.length > 0 ? numbered : codes.filter(inSection);
  };

  const filter = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(word => word !== "");
    const found = codes.filter(({ text }) => words.every(word => text.includes(word)));
    const visible = found.length === 0 || findPath(input.value) !== undefined ? pasted(input.value) : found;
    for (const code of codes) {
      code.element.hidden = !visible.includes(code);
    }
    const shown = visible.length;
    for (const section of sections) {
      section.hidden = section.querySelector(".code:not([hidden])") === null;
    }
    numbers.hidden = words.length > 0;
    none.hidden = shown > 0;
    output.value = words.length === 0 ? all : `${shown} ${output.dataset.of} ${codes.length}`;
  };

  // A link to a code that the filter hides shows everything again.
  const follow = () => {
    const target = document.querySelector(":target");
    if (target !== null && target.closest("[hidden]") !== null) {
      input.value = "";
      filter();
      target.scrollIntoView();
    }
  };

  form.hidden = false;
  form.addEventListener("submit", event => event.preventDefault());
  input.addEventListener("input", filter);
  addEventListener("hashchange", follow);
  addEventListener("keydown", event => {
    if (event.key === "/" && document.activeElement !== input) {
      event.preventDefault();
      input.focus();
    }
  });
  // A browser may restore what was typed before.
  filter();
}

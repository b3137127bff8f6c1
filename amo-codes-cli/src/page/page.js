"use strict";
{
  const form = document.querySelector(".search");
  const input = form.querySelector("input");
  const output = form.querySelector("output");
  const all = output.value;
  const none = document.querySelector(".none");
  const numbers = document.querySelector(".numbers");
  const sections = [...document.querySelectorAll(".section")];
  const codes = [...document.querySelectorAll(".code")].map(element => ({ element, text: element.textContent.toLowerCase() }));

  const filter = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(word => word !== "");
    let shown = 0;
    for (const { element, text } of codes) {
      element.hidden = !words.every(word => text.includes(word));
      shown += element.hidden ? 0 : 1;
    }
    for (const section of sections) {
      section.hidden = section.querySelector(".code:not([hidden])") === null;
    }
    numbers.hidden = words.length > 0;
    none.hidden = shown > 0;
    output.value = words.length === 0 ? all : `${shown} ${output.dataset.of} ${codes.length}`;
  };

  // A link to a code that the filter hides shows everything again.
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
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

/**
 * The script of the page. It adds to what is there without it: choosing a site and a picture, before and after, going through a picture
 * with the keyboard. It writes text alone (`textContent`), and never makes markup of one.
 */
export const script = `"use strict";
(() => {
  const all = (within, selector) => Array.from(within.querySelectorAll(selector));
  document.documentElement.classList.add("js");

  // A difference that lies outside of what is seen of a picture is brought into it.
  const showFirst = (within) => {
    for (const place of all(within, ".explore")) {
      const first = place.querySelector("[class*=' is-']");
      if (first === null || !place.checkVisibility() || place.dataset.shown === "yes") continue;
      place.dataset.shown = "yes";
      const [outer, inner] = [place.getBoundingClientRect(), first.getBoundingClientRect()];
      if (inner.right > outer.right) place.scrollLeft += inner.left - outer.left - outer.width / 2;
      if (inner.bottom > outer.bottom) place.scrollTop += inner.top - outer.top - outer.height / 2;
    }
  };

  // What does not scroll is no stop on the way of the keyboard.
  const setStops = (within) => {
    const places = all(within, ".wide, pre").filter((each) => each.checkVisibility());
    const stops = places.map((each) => each.scrollWidth > each.clientWidth || each.scrollHeight > each.clientHeight);
    places.forEach((each, at) => {
      each.setAttribute("tabindex", stops[at] ? "0" : "-1");
    });
  };
  // A browser tells of each part that is unfolded, also of all that are when the page opens.
  let isAsked = false;
  const askForStops = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      setStops(document);
    });
  };
  document.addEventListener("toggle", askForStops, true);
  addEventListener("resize", askForStops);

  // Once for all at the end: to ask where things are makes a browser lay out the page anew.
  let isReady = false;
  const settle = (within) => {
    if (!isReady) return;
    showFirst(within);
    setStops(within);
  };

  // Panels that lie below each other become tabs, of which one is chosen.
  let tabs = 0;
  for (const group of all(document, ".tabs")) {
    const panels = Array.from(group.children).filter((each) => each.classList.contains("tab"));
    if (panels.length < 2) continue;
    const list = document.createElement("div");
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", group.getAttribute("aria-label"));
    const buttons = panels.map((panel) => {
      tabs += 1;
      const heading = panel.firstElementChild;
      const button = document.createElement("button");
      button.type = "button";
      button.id = "tab" + tabs;
      button.setAttribute("role", "tab");
      const name = document.createElement("span");
      name.textContent = heading.querySelector(".name").textContent;
      button.append(name);
      const state = heading.querySelector(".tag-changed");
      if (state !== null) {
        const mark = document.createElement("span");
        mark.className = "tag tag-changed";
        mark.textContent = state.textContent;
        button.append(" ", mark);
      }
      panel.id = "panel" + tabs;
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", button.id);
      button.setAttribute("aria-controls", panel.id);
      return button;
    });
    const choose = (index, isByKey) => {
      buttons.forEach((button, at) => {
        button.setAttribute("aria-selected", String(at === index));
        button.tabIndex = at === index ? 0 : -1;
        panels[at].hidden = at !== index;
      });
      settle(panels[index]);
      if (isByKey) {
        buttons[index].focus();
        buttons[index].scrollIntoView({ block: "nearest", inline: "nearest" });
      }
    };
    buttons.forEach((button, index) => button.addEventListener("click", () => choose(index, false)));
    list.addEventListener("keydown", (event) => {
      const at = buttons.indexOf(document.activeElement);
      const last = buttons.length - 1;
      const to = {
        ArrowRight: at === last ? 0 : at + 1,
        ArrowDown: at === last ? 0 : at + 1,
        ArrowLeft: at === 0 ? last : at - 1,
        ArrowUp: at === 0 ? last : at - 1,
        Home: 0,
        End: last,
      }[event.key];
      if (at < 0 || to === undefined) return;
      event.preventDefault();
      choose(to, true);
    });
    list.append(...buttons);
    group.prepend(list);
    const changed = panels.findIndex((panel) => panel.firstElementChild.querySelector(".tag-changed") !== null);
    choose(Math.max(0, changed), false);
  }

  // Before, after, or both.
  for (const choice of all(document, ".switch")) {
    const sides = choice.parentElement.querySelector(":scope > .sides");
    const show = () => {
      const chosen = choice.querySelector("input:checked");
      sides.dataset.show = chosen === null ? "after" : chosen.value;
      settle(sides);
    };
    choice.addEventListener("change", show);
    show();
  }

  // Going through the things of a picture.
  for (const place of all(document, ".explore")) {
    const told = place.parentElement.querySelector(".told");
    const things = all(place, ".t");
    if (things.length === 0) {
      place.parentElement.querySelector(".hint").hidden = true;
      continue;
    }
    let here;
    const go = (thing) => {
      if (thing === undefined) return;
      if (here !== undefined) here.classList.remove("here");
      here = thing;
      here.classList.add("here");
      const title = here.querySelector("title");
      told.textContent = title === null ? "" : title.textContent;
      here.scrollIntoView({ block: "nearest", inline: "nearest" });
    };
    const middle = (thing) => {
      const { left, top, width, height } = thing.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    };
    const towards = (dx, dy) => {
      if (here === undefined) return things[0];
      const [x, y] = middle(here);
      let best;
      let least = Infinity;
      for (const thing of things) {
        const [otherX, otherY] = middle(thing);
        const along = (otherX - x) * dx + (otherY - y) * dy;
        const aside = Math.abs((otherX - x) * dy) + Math.abs((otherY - y) * dx);
        const far = along + aside * 3;
        if (thing !== here && along > 1 && far < least) {
          best = thing;
          least = far;
        }
      }
      return best;
    };
    const differing = things.filter((each) => /(^| )is-/.test(each.getAttribute("class")));
    const next = (step) => {
      if (differing.length === 0) return undefined;
      const at = differing.indexOf(here);
      if (at < 0) return differing[step > 0 ? 0 : differing.length - 1];
      return differing[(at + step + differing.length) % differing.length];
    };
    place.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const keys = {
        ArrowRight: () => towards(1, 0),
        ArrowLeft: () => towards(-1, 0),
        ArrowDown: () => towards(0, 1),
        ArrowUp: () => towards(0, -1),
        Home: () => things[0],
        End: () => things[things.length - 1],
        n: () => next(1),
        N: () => next(1),
        p: () => next(-1),
        P: () => next(-1),
      };
      if (!Object.hasOwn(keys, event.key)) return;
      event.preventDefault();
      go(keys[event.key]());
    });
    place.addEventListener("click", (event) => {
      const thing = event.target.closest(".t");
      if (thing !== null) go(thing);
    });
  }

  // The whole of a picture, or its full size.
  for (const button of all(document, ".fit")) {
    const place = button.parentElement.querySelector(".explore");
    button.addEventListener("click", () => {
      const isWhole = place.classList.toggle("whole");
      button.setAttribute("aria-pressed", String(isWhole));
    });
  }

  // Folding.
  const details = () => all(document, "details");
  const setAll = (isOpen) => details().forEach((each) => { each.open = isOpen; });
  document.querySelector(".unfold").addEventListener("click", () => setAll(true));
  document.querySelector(".fold").addEventListener("click", () => setAll(false));

  // On paper nothing can be unfolded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = details().filter((each) => !each.open && each.closest(".bulk") === null);
    folded.forEach((each) => { each.open = true; });
  });
  addEventListener("afterprint", () => {
    folded.forEach((each) => { each.open = false; });
    folded = [];
  });

  isReady = true;
  settle(document);
})();
`;

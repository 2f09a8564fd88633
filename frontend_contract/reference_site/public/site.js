// The only home of what scripts add for comfort: the site works without them.

const menuButton = document.querySelector(".menu-button");
const searchButton = document.querySelector(".search-button");
const siteSearch = document.querySelector(".header-search");
const submenus = [...document.querySelectorAll(".submenu")];

// On a small screen the style keeps the menu and the filters closed until their buttons open them.
for (const button of document.querySelectorAll("button[aria-controls]")) {
  button.addEventListener("click", () => show(button, !isShown(button)));
}

function isShown(button) {
  return button?.getAttribute("aria-expanded") === "true";
}

function show(button, isOpen) {
  button.setAttribute("aria-expanded", String(isOpen));
  document.getElementById(button.getAttribute("aria-controls")).classList.toggle("open", isOpen);
}

// One submenu at a time; Escape and a click elsewhere close it.
for (const menu of submenus) {
  menu.addEventListener("toggle", () => {
    if (menu.open) for (const other of submenus) if (other !== menu) other.open = false;
  });
}

document.addEventListener("keydown", ({ key, target }) => {
  if (key !== "Escape") return;
  const menu = target.closest?.(".submenu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
    return;
  }
  const open = [searchButton, menuButton].find(isShown);
  if (open) {
    show(open, false);
    open.focus();
  }
});

// Who asks for the field means to type in it; it closes when the visitor goes elsewhere.
searchButton?.addEventListener("click", () => {
  if (isShown(searchButton)) siteSearch.querySelector("input").focus();
});
for (const type of ["click", "focusin"]) {
  document.addEventListener(type, ({ target }) => {
    if (isShown(searchButton) && ![searchButton, siteSearch].some((part) => part.contains(target))) show(searchButton, false);
  });
}

document.addEventListener("click", ({ target }) => {
  for (const menu of submenus) if (!menu.contains(target)) menu.open = false;
});

// The player is loaded when the visitor asks for it, and not before.
for (const video of document.querySelectorAll(".video")) {
  video.querySelector(".play").addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    const player = document.createElement("iframe");
    Object.assign(player, { src: video.dataset.embed, title: video.dataset.title, allowFullscreen: true });
    event.currentTarget.replaceWith(player);
    player.focus();
  });
}

// Sharing goes to whom the visitor chooses, and nowhere before.
for (const part of document.querySelectorAll(".share")) {
  const { url, title } = part.dataset;
  const said = part.querySelector("[data-copied]");
  const otherwise = part.querySelector(".otherwise");
  part.querySelector(".copy").addEventListener("click", async () => {
    await navigator.clipboard.writeText(url);
    said.textContent = said.dataset.copied;
  });
  otherwise.classList.toggle("works", Boolean(navigator.share));
  otherwise.addEventListener("click", () => navigator.share({ url, title }).catch(() => {}));
}

// On paper nothing is closed.
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("main details:not([open])")];
  for (const details of opened) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});

// A list follows its filters at once: the address changes with it, and leads back.
const list = document.querySelector("form[data-live]");
let asking = new AbortController();

if (list) {
  list.addEventListener("change", ({ target }) => target.type !== "search" && follow(addressOf(list)));
  list.addEventListener("submit", (event) => {
    event.preventDefault();
    follow(addressOf(list));
  });
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-live]");
    if (!link || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    follow(link.href, true);
  });
  addEventListener("popstate", () => load(location.href));
}

function addressOf(form) {
  const given = [...new FormData(form)].filter(([, value]) => value !== "");
  const query = new URLSearchParams(given).toString();
  return `${form.getAttribute("action")}${query && `?${query}`}`;
}

async function follow(address, isRemoval = false) {
  history.pushState(null, "", address);
  await load(address);
  // The link that was followed is gone.
  if (isRemoval) document.querySelector("#count").focus();
}

async function load(address) {
  asking.abort();
  asking = new AbortController();
  list.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { signal: asking.signal });
    if (!answer.ok) throw new Error(`${answer.status}`);
    replace(parsed(await answer.text()));
    list.removeAttribute("aria-busy");
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  }
}

/** The other page's own rules hold here too; its style element may not, by the policy of this page. */
function parsed(text) {
  const [element, rules = ""] = /<style>([^]*?)<\/style>/.exec(text) ?? [""];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [sheet];
  return new DOMParser().parseFromString(text.replace(element, ""), "text/html");
}

/** Take over what has changed; what is open stays open, and the focus where it is. */
function replace(fresh) {
  const focused = document.activeElement?.id;
  const open = new Map([...list.querySelectorAll("details[id]")].map(({ id, open }) => [id, open]));
  const filtersAreOpen = document.getElementById("facets").classList.contains("open");
  for (const id of ["facets", "results", "tools"]) document.getElementById(id)?.replaceWith(fresh.getElementById(id));
  document.getElementById("facets").classList.toggle("open", filtersAreOpen);
  for (const [id, isOpen] of open) {
    const details = document.getElementById(id);
    if (details) details.open = isOpen;
  }
  for (const id of ["count", "field-search"]) take(id, fresh);
  document.querySelector(".languages").replaceWith(fresh.querySelector(".languages"));
  document.title = fresh.title;
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

/** A live region must stay the same element to be read out, and a field to be typed in. */
function take(id, fresh) {
  const [here, there] = [document.getElementById(id), fresh.getElementById(id)];
  if (here instanceof HTMLInputElement) {
    if (here !== document.activeElement) here.value = there.value;
  } else if (here.textContent !== there.textContent) {
    here.textContent = there.textContent;
  }
}

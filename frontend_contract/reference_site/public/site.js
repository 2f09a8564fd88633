// The only home of what scripts add for comfort: the site works without them.

const menuButton = document.querySelector(".menu-button");
const submenus = [...document.querySelectorAll(".submenu")];

menuButton?.addEventListener("click", () => showMenu(menuButton.getAttribute("aria-expanded") !== "true"));

function showMenu(isOpen) {
  menuButton.setAttribute("aria-expanded", String(isOpen));
  document.querySelector("#menu").classList.toggle("open", isOpen);
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
  } else if (menuButton?.getAttribute("aria-expanded") === "true") {
    showMenu(false);
    menuButton.focus();
  }
});

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

// On a small screen the filters begin closed.
const panel = document.querySelector(".filter-panel");
if (panel && matchMedia("(max-width: 59.99em)").matches) panel.open = false;

// A list follows its filters at once: the address changes with it, and leads back.
const list = document.querySelector("form[data-live]");
let asking = new AbortController();

if (list) {
  list.addEventListener("change", ({ target }) => target.type !== "search" && show(addressOf(list)));
  list.addEventListener("submit", (event) => {
    event.preventDefault();
    show(addressOf(list));
  });
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-live]");
    if (!link || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    show(link.href, true);
  });
  addEventListener("popstate", () => load(location.href));
}

function addressOf(form) {
  const given = [...new FormData(form)].filter(([, value]) => value !== "");
  const query = new URLSearchParams(given).toString();
  return `${form.getAttribute("action")}${query && `?${query}`}`;
}

async function show(address, isRemoval = false) {
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
  for (const id of ["facets", "results", "order"]) document.getElementById(id).replaceWith(fresh.getElementById(id));
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

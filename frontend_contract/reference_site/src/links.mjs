// The only home of links: which addresses may be followed, and how those that lead away are marked.

import { attributes, html } from "./html.mjs";

const SAFE = /^(https?:\/\/|ftp:\/\/|mailto:|tel:|\/(?!\/)|[#?]|\.\.?\/)/i;

/** A link, or only its content where the address is none that a visitor should follow. */
export function anchor(view, href, content, more = {}) {
  if (!SAFE.test(href ?? "")) return html`${content}`;
  if (!/^https?:/i.test(href)) return html`<a${attributes({ href, ...more })}>${content}</a>`;
  const away = { href, ...more, rel: "external noopener", class: ["external", more.class].filter(Boolean).join(" ") };
  return html`<a${attributes(away)}>${content}<span class="unseen"${view.own}> (${view.texts.otherSite})</span></a>`;
}

/** A PageLink: its title in its own language. */
export function pageLink(view, page, more = {}) {
  return html`<a${attributes({ href: page.path, ...more })}${view.lang(page.locale)}>${page.title}</a>`;
}

/** A NavigationItem, which may lead nowhere and only head its children. */
export function menuLink(view, item, more = {}) {
  const inner = view.inside(item.lang);
  if (!item.page) return html`<span${view.lang(item.lang)}>${anchor(inner, item.href, item.label, more)}</span>`;
  const current = item.page.path === view.path ? "page" : view.path.startsWith(item.page.path) ? "true" : undefined;
  const all = { href: item.page.path, "aria-current": current, ...more };
  return html`<a${attributes(all)}${view.lang(item.lang)}>${item.label}</a>`;
}

// The only home of what surrounds every page: header, notices, footer.

import { attributes, html } from "./html.mjs";
import { anchor, menuLink, pageLink } from "./links.mjs";
import { richText } from "./rich-text.mjs";

/** `switches` are LanguageLinks: where the same page is in each language. */
export function header(view, switches) {
  const { texts, locale } = view;
  const { navigation, settings } = view.layout;
  const shown = view.inside(settings.lang);
  return html`<header class="site-header">
    <div class="bar">
      <a class="brand"${attributes({ href: `/${locale}/` })}${view.lang(settings.lang)}>${mark}${settings.siteName}</a>
      <button type="button" class="menu-button" aria-expanded="false" aria-controls="menu">${texts.menu}</button>
      <div class="menu" id="menu">
        <nav${attributes({ "aria-label": texts.mainMenu })}><ul>${navigation.header.map((item) => entry(view, item))}</ul></nav>
        ${siteSearch(view)}
        ${languages(view, switches)}
      </div>
    </div>
    ${settings.alerts.length > 0 && html`<section class="notices"${attributes({ "aria-label": texts.notices })}>
      ${settings.alerts.map(({ document }) => html`<div class="notice"${view.lang(settings.lang)}>${richText(shown, document)}</div>`)}
    </section>`}
  </header>`;
}

function entry(view, item) {
  if (item.children.length === 0) return html`<li>${menuLink(view, item)}</li>`;
  return html`<li><details class="submenu">
    <summary${view.lang(item.lang)}>${item.label}</summary>
    <ul>
      ${item.page && html`<li><a${attributes({ href: item.page.path, "aria-current": item.page.path === view.path && "page" })}>${view.texts.overview(item.label)}</a></li>`}
      ${item.children.map((child) => html`<li>${menuLink(view, child)}</li>`)}
    </ul>
  </details></li>`;
}

/** A button that opens a field: on a small screen, and without scripts, the field itself. The search page has its own. */
function siteSearch(view) {
  const { texts } = view;
  const action = searchPath(view);
  if (view.path === action) {
    return html`<a class="to-search"${attributes({ href: action, "aria-current": "page" })}>${glass}${texts.search}</a>`;
  }
  const field = { id: "site-search-field", name: "q", placeholder: texts.searchHelp };
  return html`<button type="button" class="search-button" aria-expanded="false" aria-controls="site-search">${glass}${texts.search}</button>
    <form role="search" class="header-search search-field" id="site-search"${attributes({ action, "aria-label": texts.searchSite })}>
      <label for="site-search-field">${texts.searchSite}</label>
      <div><input type="search" maxlength="200"${attributes(field)}><button type="submit" class="button">${texts.find}</button></div>
    </form>`;
}

function languages(view, switches) {
  const names = Object.fromEntries(view.layout.locales.map(({ code, tag, nativeName }) => [code, { tag, nativeName }]));
  return html`<nav class="languages"${attributes({ "aria-label": view.texts.languages })}><ul>${switches.map(({ locale, path }) => {
    const { tag, nativeName } = names[locale] ?? { tag: locale, nativeName: locale };
    const all = { href: path, hreflang: tag, "aria-current": locale === view.locale && "true" };
    return html`<li><a${attributes(all)}${view.lang(tag)}>${nativeName}</a></li>`;
  })}</ul></nav>`;
}

export function footer(view) {
  const { texts, locale } = view;
  const { navigation, settings } = view.layout;
  const shown = view.inside(settings.lang);
  const inMenu = new Set(navigation.footer.map(({ page }) => page?.path));
  const legal = [settings.accessibilityPage, settings.privacyPage].filter((page) => page && !inMenu.has(page.path));
  return html`<footer class="site-footer"><div class="bar">
    <div${view.lang(settings.lang)}>
      <p class="brand">${mark}${settings.siteName}</p>
      ${richText(shown, settings.footerText.document)}
    </div>
    <nav${attributes({ "aria-label": texts.footerMenu })}><ul>
      ${navigation.footer.map((item) => html`<li>${menuLink(view, item)}</li>`)}
      ${legal.map((page) => html`<li>${pageLink(view, page)}</li>`)}
    </ul></nav>
    <div>
      ${settings.contactEmail && html`<h2>${texts.contact}</h2><p>${anchor(view, `mailto:${settings.contactEmail}`, settings.contactEmail)}</p>`}
      <h2>${texts.follow}</h2>
      <ul>
        ${settings.socialLinks.map(({ title, url }) => html`<li>${anchor(view, url, title)}</li>`)}
        <li><a${attributes({ href: feedPath(locale) })}>${texts.feed}</a></li>
      </ul>
    </div>
  </div></footer>`;
}

export function searchPath({ locale, texts }) {
  return `/${locale}/${texts.searchPath}/`;
}

export function feedPath(locale) {
  return `/feeds/${locale}.atom`;
}

/** Three islands and the water around them. */
const mark = html`<svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
  <path d="M2 21c4-3 7-3 10 0s6 3 9 0 6-3 9 0" /><path d="M2 27c4-3 7-3 10 0s6 3 9 0 6-3 9 0" />
  <circle cx="9" cy="12" r="4" /><circle cx="18" cy="7" r="3" /><circle cx="24" cy="14" r="2.5" />
</svg>`;

const glass = html`<svg class="glass" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
  <circle cx="8.5" cy="8.5" r="6" /><path d="m13 13 5.5 5.5" />
</svg>`;

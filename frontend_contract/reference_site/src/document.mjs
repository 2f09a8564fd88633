// The only home of the HTML document: its head, and the order of what is in it.

import { attributes, html, plain, raw } from "./html.mjs";
import { feedPath, footer, header } from "./layout.mjs";
import { manifestPath } from "./manifest.mjs";

/**
 * The whole document. `seo` is the page's, or null for the site's own pages, which search engines need not know;
 * `assets` are the addresses of the style sheet and the scripts.
 */
export function documentOf(view, { title, seo = null, main, switches, banner, scripts = [], noindex = !seo }, assets) {
  const { locale, layout, texts } = view;
  const siteName = layout?.settings.siteName ?? "";
  const body = html`<a class="skip" href="#main">${texts.skip}</a>
    ${banner}
    ${layout && header(view, switches)}
    <main id="main" tabindex="-1">${main}</main>
    ${layout && footer(view)}`;
  // The body is made before the head, which must have the rules that it asked for.
  return html`<!doctype html>
<html${attributes({ lang: locale })}>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${plain([seo?.title || title, siteName].filter((text, place, all) => text && all.indexOf(text) === place).join(" – "))}</title>
  ${noindex || seo?.noindex ? html`<meta name="robots" content="noindex">` : false}
  ${seo && found(view, seo, siteName)}
  ${layout && html`<link rel="alternate" type="application/atom+xml"${attributes({ href: feedPath(locale), title: siteName })}>`}
  <meta name="theme-color" content="#0d2c36">
  <link rel="icon" href="/favicon.ico" sizes="32x32">
  <link rel="icon" type="image/svg+xml"${attributes({ href: assets("icon.svg") })}>
  <link rel="apple-touch-icon"${attributes({ href: assets("icon-180.png") })}>
  <link rel="manifest"${attributes({ href: manifestPath(locale) })}>
  <link rel="stylesheet"${attributes({ href: assets("site.css") })}>
  ${view.stylesheet && html`<style>${raw(view.stylesheet)}</style>`}
  ${["site.js", ...scripts].map((name) => html`<script type="module"${attributes({ src: assets(name) })}></script>`)}
</head>
<body>${body}</body>
</html>
`;
}

function found({ locale }, { title, description, canonicalUrl, alternates, image, jsonLd }, siteName) {
  const shared = {
    "og:title": title,
    "og:description": description,
    "og:url": canonicalUrl,
    "og:type": "website",
    "og:site_name": siteName,
    "og:locale": { en: "en_GB", fi: "fi_FI", sv: "sv_FI" }[locale],
    "og:image": image?.rendition.url,
    "og:image:width": image?.rendition.width,
    "og:image:height": image?.rendition.height,
    "og:image:alt": image?.alt,
  };
  return html`${description && html`<meta name="description"${attributes({ content: description })}>`}
  <link rel="canonical"${attributes({ href: canonicalUrl })}>
  ${alternates.map(({ hreflang, url }) => html`<link rel="alternate"${attributes({ hreflang, href: url })}>`)}
  ${Object.entries(shared).map(([property, content]) => content && html`<meta${attributes({ property, content })}>`)}
  <meta name="twitter:card" content="summary_large_image">
  <script type="application/ld+json">${raw(JSON.stringify(jsonLd).replaceAll("<", "\\u003c"))}</script>`;
}

// The only home of how a long text stands on its page: what is beside it, what follows it, and how it is shared.

import { blocks } from "./blocks.mjs";
import { people } from "./facts.mjs";
import { attributes, html } from "./html.mjs";

const FEWEST = 3; // headings that are worth a list
const SERVICES = {
  Facebook: (url) => `https://www.facebook.com/sharer/sharer.php?${new URLSearchParams({ u: url })}`,
  LinkedIn: (url) => `https://www.linkedin.com/sharing/share-offsite/?${new URLSearchParams({ url })}`,
  Bluesky: (url, title) => `https://bsky.app/intent/compose?${new URLSearchParams({ text: `${title} ${url}` })}`,
};

const WIDE = ["CaseCardsBlock", "ContactsBlock"];

/**
 * The body of a page. `beside` stands before it where there is room for one column, and beside it where there is more;
 * `before` and `after` are around it. What a body ends in that needs no column of text has the whole width.
 */
export function reading(view, page, { before, beside, after }) {
  const inner = view.inside(page.locale);
  const end = endOf(page.body);
  // What a body shows is not shown again after it, so all of it is made first.
  const [text, wide] = [page.body.slice(0, end), page.body.slice(end)].map((part) => blocks(inner, part));
  return html`<div class="columns">
      ${beside && html`<div class="beside">${beside}</div>`}
      <div class="body">${before}<div class="blocks"${view.lang(page.locale)}>${text}</div></div>
      <div class="after">${after}${contacts(view, page)}${share(view, page)}</div>
    </div>
    ${wide.filter(Boolean).map((made) => html`<div class="band"${view.lang(page.locale)}>${made}</div>`)}`;
}

/** Where the last run of wide blocks begins; people who run on from a heading or a text stay with it. */
function endOf(body) {
  let end = body.length;
  while (end > 0 && WIDE.includes(body[end - 1].__typename)) end -= 1;
  const isRunningOn = body[end]?.__typename === "ContactsBlock" && ["HeadingBlock", "ParagraphBlock"].includes(body[end - 1]?.__typename);
  return isRunningOn ? end + 1 : end;
}

/** Whom to ask, beside the text: who is not in it already. */
function contacts(view, page) {
  const list = view.once(page.contacts ?? []);
  return list.length > 0 && html`<section class="facts"><h2>${view.texts.contacts}</h2>${people(view, list)}</section>`;
}

/** The main headings of a body as links, where there are enough of them. */
export function contents(view, page) {
  const headings = page.body.filter(({ __typename, level, anchor }) => __typename === "HeadingBlock" && level === 2 && anchor);
  return headings.length >= FEWEST && html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">${view.texts.contents}</h2>
    <ol${view.lang(page.locale)}>${headings.map(({ text, anchor }) => html`<li><a${attributes({ href: `#${anchor}` })}>${text}</a></li>`)}</ol></nav>`;
}

/** Plain links, and what scripts add: nobody else learns of the visit before the visitor follows one. */
function share(view, { url, title }) {
  const { texts } = view;
  if (!url) return false;
  const mail = `mailto:?${new URLSearchParams({ subject: title, body: url })}`.replaceAll("+", "%20");
  return html`<section class="share"${attributes({ "data-url": url, "data-title": title })}>
    <h2>${texts.share}</h2>
    <ul>
      ${Object.entries(SERVICES).map(([name, address]) => html`<li><a${attributes({ href: address(url, title), rel: "external noopener nofollow" })}>${name}</a></li>`)}
      <li><a${attributes({ href: mail })}>${texts.email}</a></li>
      <li><button type="button" class="link copy">${texts.copyAddress}</button></li>
      <li><button type="button" class="link otherwise">${texts.shareOtherwise}</button></li>
    </ul>
    <p role="status" class="small"${attributes({ "data-copied": texts.copied })}></p>
  </section>`;
}

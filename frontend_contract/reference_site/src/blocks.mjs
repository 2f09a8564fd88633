// The only home of the blocks of a body. Blocks of an unknown type are left out: new ones may come.

import { cards } from "./cards.mjs";
import { download, figures, heading, people } from "./facts.mjs";
import { languageName } from "./formats.mjs";
import { attributes, html } from "./html.mjs";
import { anchor } from "./links.mjs";
import { creditedPicture, picture } from "./pictures.mjs";
import { richText } from "./rich-text.mjs";

const SIZES = "(min-width: 64em) 44rem, 100vw";
const PROVIDERS = { youtube: "YouTube", vimeo: "Vimeo" };

const BLOCKS = {
  HeadingBlock: (view, { text, anchor: id }, at) => text && heading(view, at, text, { id }),
  ParagraphBlock: (view, { content }) => html`<div class="text">${richText(view, content.document)}</div>`,
  ImageBlock: (view, { image, caption }) => image && creditedPicture(view, image, { caption, sizes: SIZES }),
  QuoteBlock: (view, { quote, speaker, role, portrait }) => html`<figure class="quote">
    ${portrait && picture(view, portrait, { sizes: "5rem" })}
    <blockquote><p>${quote}</p></blockquote>
    ${speaker && html`<figcaption><b>${speaker}</b>${role && `, ${role}`}</figcaption>`}
  </figure>`,
  KeyFiguresBlock: (view, block) => figures(view, block.figures),
  CallToActionBlock: (view, { label, href, page }) => {
    const target = page?.path ?? href;
    return target && html`<p>${anchor(view, target, label || page?.title, { class: "button" })}</p>`;
  },
  CaseCardsBlock: (view, block, at) => {
    const cases = view.once(block.cases);
    return cases.length > 0 && html`<section class="wide">
      ${block.heading && heading(view, at, block.heading)}
      ${cards(view, cases, { level: block.heading ? at + 1 : at })}
    </section>`;
  },
  VideoBlock: video,
  DownloadBlock: (view, { document, caption }) =>
    document && html`<p>${download(view, document)}${caption && html`<br><span class="small">${caption}</span>`}</p>`,
  AccordionBlock: (view, { items }) => html`<div class="accordion">${items.map(({ summary, details }) => html`<details>
    <summary>${summary}</summary>
    <div class="text">${richText(view, details.document)}</div>
  </details>`)}</div>`,
  ContactsBlock: contacts,
  TableBlock: table,
};

/** What runs on from a heading; people after anything else have a heading of their own. */
const RUNNING = ["HeadingBlock", "ParagraphBlock"];

/** All blocks; `above` is the level of the heading that they are below. Headings never skip a level. */
export function blocks(view, list, above = 1) {
  let last = above;
  return list.map((block, place) => {
    const isHeaded = Boolean(block.level || block.heading);
    const isApart = block.__typename === "ContactsBlock" && !RUNNING.includes(list[place - 1]?.__typename);
    const at = isHeaded || isApart ? Math.min(block.level ?? 2, last + 1) : last + 1;
    const made = BLOCKS[block.__typename]?.(view, block, at, isApart);
    if (made && (isHeaded || isApart)) last = at;
    return made;
  });
}

function contacts(view, block, at, isApart) {
  const list = view.once(block.people);
  if (!isApart || list.length === 0) return people(view, list, at);
  return html`<section class="wide"><h2${view.own}>${view.texts.contacts}</h2>${people(view, list, 3)}</section>`;
}

/** A link to the video's page, which becomes the player only when the visitor asks for it. */
function video(view, { videoTitle, videoUrl, embedUrl, provider, spokenLang, poster, captions, transcript }) {
  const { texts } = view;
  if (!provider) return html`<p>${videoTitle}</p>`; // a draft, whose video has no address yet
  view.frames.add(new URL(embedUrl).origin);
  return html`<figure class="video"${attributes({ "data-embed": embedUrl, "data-title": videoTitle })}>
    <a class="play"${attributes({ href: videoUrl, rel: "external noopener" })}>
      ${poster && picture(view, { ...poster, decorative: true }, { sizes: SIZES })}
      <span class="play-text"><span${view.own}>${texts.play}: </span>${videoTitle}</span>
    </a>
    <figcaption${view.own}>
      ${texts.playFrom(PROVIDERS[provider] ?? provider)}
      ${spokenLang && html`${texts.spoken}: ${languageName(view.locale, spokenLang)}.`}
      ${captions.length > 0 && html`${texts.captions}: ${captions.map(
        ({ lang, label, url }) => html`<a${attributes({ href: url, hreflang: lang })}>${label}</a> `,
      )}`}
    </figcaption>
    ${transcript && html`<details><summary${view.own}>${texts.transcript}</summary>
      <div class="text">${richText(view, transcript.document)}</div></details>`}
  </figure>`;
}

function table(view, { tableCaption, header, rowHeaders, rows }) {
  const label = tableCaption || view.texts.table;
  const lang = tableCaption ? [] : view.own;
  return html`<div class="table" role="region" tabindex="0"${attributes({ "aria-label": label })}${lang}><table>
    ${tableCaption && html`<caption><span>${tableCaption}</span></caption>`}
    ${header.length > 0 && html`<thead><tr>${header.map(
      (cell) => (cell ? html`<th scope="col">${cell}</th>` : html`<td></td>`),
    )}</tr></thead>`}
    <tbody>${rows.map((row) => html`<tr>${row.map((cell, place) =>
      rowHeaders && place === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`,
    )}</tr>`)}</tbody>
  </table></div>`;
}

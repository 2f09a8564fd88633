// The only home of previews: a draft by its token, shown as the page that it will be.

import { ClientError, PreviewDocument } from "@helsinki-smart-region/client";

import { attributes, html } from "./html.mjs";
import { previewFailed } from "./screens/absent.mjs";
import { screen } from "./screens/index.mjs";
import { TEXTS } from "./texts/index.mjs";

export async function previewAnswer({ client, cms, viewOf, pageAnswer }, { parameters, path, ...asked }) {
  const target = parameters.get("path") ?? "";
  const [, first] = target.split("/");
  const locale = Object.hasOwn(TEXTS, first) ? first : "en";
  const view = await viewOf({ ...asked, path: target }, locale);
  const more = { isPreview: true };
  try {
    const { preview: page } = await client.query(PreviewDocument, { token: parameters.get("token") ?? "" });
    const banner = html`<div class="preview-banner" role="status"${attributes({ "data-cms": cms })}>
      <strong>${view.texts.preview}</strong> ${view.texts.previewText}</div>`;
    const main = screen(view, page);
    const { seo, title, languageLinks: switches } = page;
    return pageAnswer(view, 200, { title, seo, main, switches, banner, noindex: true, scripts: ["preview.js"] }, more);
  } catch (error) {
    if (!(error instanceof ClientError && error.code.startsWith("PREVIEW_"))) throw error;
    return pageAnswer(view, 404, { title: view.texts.preview, main: previewFailed(view, error.code) }, more);
  }
}

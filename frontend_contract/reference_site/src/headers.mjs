// The only home of the headers that an answer is sent with: what browsers may do with it, and who may keep it.

import { createHash } from "node:crypto";

/** `answered` may name its content type, its view (for what the page needs), and further headers. */
export function headersOf(cms, { type = "text/html; charset=utf-8", view, isPrivate, isPreview, headers = {} }) {
  return {
    "Content-Type": type,
    "Cache-Control": isPrivate || isPreview ? "private, no-store" : "no-cache",
    "Content-Security-Policy": policy(cms, view, isPreview),
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": isPreview ? "no-referrer" : "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    ...(isPreview && { "X-Robots-Tag": "noindex" }),
    ...headers,
  };
}

function policy(cms, view, isPreview) {
  const style = view?.stylesheet && `'sha256-${createHash("sha256").update(view.stylesheet).digest("base64")}'`;
  const directives = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'", style],
    // Placeholders are data; pictures are the CMS's.
    "img-src": ["'self'", "data:", cms, ...(view?.pictures ?? [])],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "frame-src": view?.frames.size ? [...view.frames] : ["'none'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    // The editor's preview panel shows the site in a frame.
    "frame-ancestors": [isPreview ? cms : "'none'"],
  };
  return Object.entries(directives).map(([name, sources]) => [name, ...sources.filter(Boolean)].join(" ")).join("; ");
}

export function etagOf(body) {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
}

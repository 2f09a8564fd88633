// The only home of what a device shows where a visitor keeps the site among its own programs.

const SIZES = [192, 512];

export function manifestPath(locale) {
  return `/${locale}/site.webmanifest`;
}

export function manifest({ locale, layout }, assets) {
  const body = JSON.stringify({
    name: layout.settings.siteName,
    lang: locale,
    start_url: `/${locale}/`,
    display: "browser",
    background_color: "#ffffff",
    theme_color: "#0d2c36",
    icons: [
      { src: assets("icon.svg"), type: "image/svg+xml", sizes: "any" },
      ...SIZES.map((size) => ({ src: assets(`icon-${size}.png`), type: "image/png", sizes: `${size}x${size}`, purpose: "any maskable" })),
    ],
  });
  return { status: 200, type: "application/manifest+json", body };
}

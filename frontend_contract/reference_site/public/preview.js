// The only home of what the editor's preview panel and the page in it tell each other: Wagtail's protocol for scrolling.

const { cms } = document.querySelector(".preview-banner").dataset;

function tell(message) {
  window.parent.postMessage({ wagtail: { ...message, origin: location.origin } }, cms);
}

if (window.parent !== window) {
  addEventListener("message", ({ origin, data }) => {
    if (origin !== cms) return;
    const { type, x, y } = data?.wagtail ?? {};
    if (type === "w-preview:get-scroll-position") tell({ type: "w-preview:set-scroll-position", x: scrollX, y: scrollY });
    else if (type === "w-preview:set-scroll-position") scrollTo({ left: x, top: y, behavior: "instant" });
  });
  tell({ type: "w-preview:request-scroll" });
}

// What a reader would call broken on the page as it is laid out now: a list of sentences.
() => {
  const broken = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) broken.push(`the page is wider than ${width}`);
  const box = (element) => element.getBoundingClientRect();

  for (const figure of document.querySelectorAll(".figures > li")) {
    for (const part of figure.querySelectorAll(".whole, .unit")) {
      if (box(part).right > box(figure).right + 1) broken.push(`figure overflows: ${part.textContent}`);
    }
    const unit = figure.querySelector(".unit:not(.below)");
    const last = [...figure.querySelectorAll(".whole")].at(-1);
    if (unit && box(unit).top > box(last).bottom) broken.push(`unit falls off: ${figure.textContent}`);
  }

  for (const grid of document.querySelectorAll(".grid")) {
    const tops = [...grid.children].map((item) => Math.round(box(item).top));
    const last = [...grid.children].filter((item, place) => tops[place] === Math.max(...tops));
    const isAlone = last.length === 1 && box(last[0]).width < box(grid).width - 2;
    if (isAlone) broken.push(`one is left alone in ${grid.className}`);
  }

  for (const caption of document.querySelectorAll("caption span")) {
    if (box(caption).right > box(caption.closest(".table")).right + 1) broken.push(`caption is cut: ${caption.textContent}`);
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    if (text.parentElement.closest("script, style, .unseen") || !text.parentElement.checkVisibility()) continue;
    // Words between hyphens, and numbers with the spaces inside them; addresses may be cut anywhere.
    for (const { 0: word, index } of text.data.matchAll(/\d{1,3}(?:[ \u00a0]\d{3})+|[^\s\-–/@.,\u00ad]+/g)) {
      if (text.parentElement.closest("[href^='mailto:']")) continue;
      // The hyphen of a line before is among the rectangles of the character after it: the last one is its own.
      const tops = [...word].map((_, place) => {
        range.setStart(text, index + place);
        range.setEnd(text, index + place + 1);
        return Math.round([...range.getClientRects()].at(-1)?.top ?? 0);
      });
      if (new Set(tops.filter(Boolean)).size > 1) broken.push(`cut: ${word}`);
    }
  }
  return broken;
}

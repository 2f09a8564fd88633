// The only home of maps: of cases, with the list that says the same in words, and of where one case is.

import { status } from "../facts.mjs";
import { attributes, html } from "../html.mjs";
import { addressOf } from "../list-address.mjs";
import { Area, gathered, legible } from "../map.mjs";

/** How wide the map is at least, in pixels, on a large screen and on a small one. */
const [DESK, PHONE] = [720, 288];

/** `map` has CaseMarkers and municipalities; `totalCount` counts the cases without a place too. */
export function caseMap(view, path, state, { markers, municipalities, totalCount }) {
  const { texts } = view;
  const area = new Area(state.view);
  const points = markers.flatMap((marker) =>
    marker.locations.map(({ longitude, latitude }) => ({ ...area.at(longitude, latitude), what: marker })));
  const places = gathered(points.filter((point) => area.has(point)));
  const away = totalCount - markers.length;
  const content = view.tiles ? tiles(view, area) : html`${drawn(view, area)}${towns(view, area, municipalities, places)}`;
  return html`${areas(view, path, state)}
    <div${attributes({ class: mapClass(view, area) })}>
      ${content}
      <ul${attributes({ "aria-label": texts.mapLabel, "aria-describedby": "map-help" })}>${places.map(
        (place, index) => html`<li>${pin(view, area, place, index + 1)}</li>`)}</ul>
    </div>
    <p class="small" id="map-help">${texts.mapHelp} ${away > 0 && texts.withoutPlace(away)}
      <span class="source">${source(view)}</span></p>
    <ol class="places">${places.map(({ all }, index) => html`<li id="place-${index + 1}">
      <span class="pin" aria-hidden="true">${index + 1}</span>
      <ul class="plain">${unique(all).map((marker) => html`<li>
        <a${attributes({ href: marker.path })}${view.lang(marker.locale)}>${marker.title}</a>
        <span class="small">${status(view, marker.status)}</span></li>`)}</ul>
    </li>`)}</ol>`;
}

/** Where in the region places are, without words: what stands beside it says them. */
export function smallMap(view, locations) {
  const area = new Area("map");
  const places = locations.map(({ longitude, latitude }) => area.at(longitude, latitude)).filter((place) => area.has(place));
  return places.length > 0 && html`<div${attributes({ class: mapClass(view, area), "aria-hidden": "true" })}>
    ${view.tiles ? tiles(view, area) : drawn(view, area)}
    ${places.map((place) => html`<span${attributes({ class: `dot ${at(view, area, place)}` })}></span>`)}
  </div>`;
}

function mapClass(view, area) {
  return `map ${view.rule(`aspect-ratio:1/${area.height.toFixed(4)}`)}`;
}

/** Names of municipalities: on a phone there is room for fewer. */
function towns(view, area, municipalities, pins) {
  const all = [...municipalities].sort((one, other) => other.population - one.population)
    .map(({ name, location: { longitude, latitude } }) => ({ name, ...area.at(longitude, latitude) }))
    .filter((town) => area.has(town));
  const onPhone = legible(all, pins, PHONE);
  const names = new Set(onPhone.map(({ name }) => name));
  return legible([...onPhone, ...all.filter(({ name }) => !names.has(name))], pins, DESK).map((town) => {
    const size = names.has(town.name) ? "town" : "town minor";
    return html`<span${attributes({ class: `${size} ${town.side} ${at(view, area, town)}`, "aria-hidden": "true" })}>${town.name}</span>`;
  });
}

function areas({ texts }, path, state) {
  const link = (name, text) => html`<li><a${attributes({
    href: addressOf(path, { ...state, view: name }),
    "aria-current": name === state.view && "true",
  })}>${text}</a></li>`;
  return html`<ul class="choices areas">${link("map", texts.mapWhole)}${link("capital", texts.mapCapital)}</ul>`;
}

/** One case is led to; of several, their names in the list below. */
function pin(view, area, place, number) {
  const all = unique(place.all);
  const [first] = all;
  const isOne = all.length === 1;
  const what = isOne ? first.title : `${view.texts.casesHere(all.length)}: ${all.map(({ title }) => title).join(", ")}`;
  const href = isOne ? first.path : `#place-${number}`;
  const own = { class: `pin ${isOne ? "" : "many "}${at(view, area, place)}`, href, "aria-label": `${number}. ${what}`, title: what };
  return html`<a${attributes(own)}${view.lang(isOne && first.locale)}>${number}</a>`;
}

function unique(markers) {
  return [...new Map(markers.map((marker) => [marker.path, marker])).values()];
}

function at(view, area, { x, y }) {
  return view.rule(`left:${(x * 100).toFixed(2)}%;top:${((y / area.height) * 100).toFixed(2)}%`);
}

/** Whom the map is from. */
function source({ texts, tiles, outlines }) {
  if (tiles) return tiles.attribution;
  return outlines ? html`${texts.coast}. ${outlines.attribution}` : texts.coast;
}

function drawn({ outlines }, area) {
  const size = `0 0 1000 ${Math.round(area.height * 1000)}`;
  return html`<svg${attributes({ viewBox: size, "aria-hidden": "true", focusable: "false" })}><path${attributes({ d: area.land })} />${outlines
    && html`<path class="outlines"${attributes({ d: outlines.paths[area.name] })} />`}</svg>`;
}

/** The owner's tiles, in the same projection. */
function tiles(view, area) {
  view.pictures.add(view.tiles.origin);
  const size = `0 0 1000 ${Math.round(area.height * 1000)}`;
  return html`<svg${attributes({ viewBox: size, "aria-hidden": "true", focusable: "false" })}>${area.tiles.map(
    ({ left, above, size: side, ...tile }) => html`<image${attributes({
      href: view.tiles.template.replace(/\{([xyz])\}/g, (_, name) => tile[name]),
      x: (left * 1000).toFixed(2), y: (above * 1000).toFixed(2),
      width: (side * 1000 + 0.5).toFixed(2), height: (side * 1000 + 0.5).toFixed(2),
    })} />`)}</svg>`;
}

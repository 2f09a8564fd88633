// The only home of the claim that the map shows every place, none over another, with the owner's tiles or without any.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { headersOf } from "../src/headers.mjs";
import { Area, gathered, legible } from "../src/map.mjs";
import { readOutlines } from "../src/outlines.mjs";
import { caseMap, smallMap } from "../src/screens/case-map.mjs";
import { View } from "../src/view.mjs";

const HELSINKI = { longitude: 24.9529, latitude: 60.1682 };
const HANKO = { longitude: 22.969, latitude: 59.8236 };
const NEAR = 0.085;

function marker(path, ...locations) {
  return { title: `Case ${path}`, path, locale: "en", status: "ongoing", priorityCodes: [], locations };
}

function mapOf(view, markers) {
  return `${caseMap(view, "/en/cases/", { view: "map" }, { markers, municipalities: [], totalCount: markers.length + 1 })}`;
}

test("north is up, east is right, and the whole region is inside", () => {
  const area = new Area("map");
  const [helsinki, hanko] = [HELSINKI, HANKO].map(({ longitude, latitude }) => area.at(longitude, latitude));
  assert.ok(hanko.x < helsinki.x && hanko.y > helsinki.y);
  assert.ok([helsinki, hanko].every((place) => area.has(place)));
  assert.ok(!area.has(area.at(24.9, 62)));
  assert.match(area.land, /^M[-\d ML]+Z/);
});

test("whatever the places, every case is at one of them and no two places cover each other", () => {
  let seed = 7;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  for (let size = 0; size < 400; size = size * 2 + 1) {
    const points = Array.from({ length: size }, (_, what) => ({ x: random() ** 2, y: random() ** 2 / 2, what }));
    const places = gathered(points);
    assert.deepEqual(places.flatMap(({ all }) => all).sort((one, other) => one - other), points.map(({ what }) => what));
    for (const [index, one] of places.entries()) {
      for (const other of places.slice(index + 1)) assert.ok(Math.hypot(one.x - other.x, one.y - other.y) >= NEAR);
    }
  }
});

test("names of towns stand neither on a pin nor on another name", () => {
  const towns = [{ name: "Helsinki", x: 0.5, y: 0.2 }, { name: "Vantaa", x: 0.52, y: 0.2 }, { name: "Hanko", x: 0.1, y: 0.4 }, { name: "Inkoo", x: 0.1, y: 0.4 }];
  const pins = [{ x: 0.13, y: 0.4 }, { x: 0.1, y: 0.36 }, { x: 0.1, y: 0.44 }];
  assert.deepEqual(legible(towns, pins, 700).map(({ name, side }) => `${name} ${side}`), ["Helsinki right", "Vantaa above", "Hanko left"]);
});

test("a pin leads to its case, and where there are several to their names", () => {
  const shown = mapOf(new View({ locale: "en" }), [marker("/en/a/", HANKO), marker("/en/b/", HELSINKI), marker("/en/c/", HELSINKI)]);
  assert.match(shown, /href="\/en\/a\/" aria-label="1\. Case \/en\/a\/"/);
  assert.match(shown, /href="#place-2" aria-label="2\. 2 cases: Case \/en\/b\/, Case \/en\/c\/"/);
  assert.match(shown, /1 case is not tied to a place/);
  for (const path of ["/en/a/", "/en/b/", "/en/c/"]) assert.ok(shown.split("<ol").at(-1).includes(`href="${path}"`));
});

test("a case's own map has a dot for each of its places, and is left out where none is in the region", () => {
  const view = new View({ locale: "en" });
  assert.equal(`${smallMap(view, [HELSINKI, HANKO])}`.split('class="dot').length, 3);
  assert.equal(smallMap(view, [{ longitude: 25.47, latitude: 65.01 }]), false);
});

test("the owner's tiles are asked for where they are, with their attribution, and nobody else's are allowed", () => {
  const tiles = { template: "https://tiles.example.org/{z}/{x}/{y}.png", attribution: "© Example", origin: "https://tiles.example.org" };
  const [own, none] = [new View({ locale: "en", tiles }), new View({ locale: "en" })];
  assert.match(mapOf(own, [marker("/en/a/", HELSINKI)]), /href="https:\/\/tiles\.example\.org\/9\/291\/148\.png"[^]*© Example/);
  assert.match(headersOf("http://cms", { view: own })["Content-Security-Policy"], /img-src 'self' data: http:\/\/cms https:\/\/tiles\.example\.org;/);
  mapOf(none, [marker("/en/a/", HELSINKI)]);
  assert.match(headersOf("http://cms", { view: none })["Content-Security-Policy"], /img-src 'self' data: http:\/\/cms;/);
});

// The owner's outlines

const SQUARE = [[24.6, 60.1], [25.2, 60.1], [25.2, 60.3], [24.6, 60.3], [24.6, 60.1]];
const FAR = SQUARE.map(([longitude, latitude]) => [longitude, latitude + 6]);
const polygon = (...rings) => ({ type: "Polygon", coordinates: rings });
const feature = (geometry) => ({ type: "Feature", properties: { name: "A municipality" }, geometry });
const collection = (...geometries) => ({ type: "FeatureCollection", features: geometries.map(feature) });

function inFile(t, content) {
  const folder = mkdtempSync(join(tmpdir(), "outlines-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "municipalities.geojson");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

test("outlines are drawn however GeoJSON wraps them, without what is elsewhere or too small to be seen", (t) => {
  const [one] = [readOutlines(inFile(t, collection(polygon(SQUARE))))];
  assert.match(one.map, /^M\d+ \d+(L\d+ \d+){4}$/);
  assert.notEqual(one.map, one.capital);
  const speck = SQUARE.map(([longitude, latitude]) => [25 + longitude / 1e6, 60.2 + latitude / 1e6]);
  const nested = [
    polygon(SQUARE), feature(polygon(SQUARE)), collection(polygon(SQUARE), polygon(FAR), polygon(speck)), collection(null, polygon(SQUARE)),
    { type: "MultiPolygon", coordinates: [[SQUARE], [FAR]] }, { type: "GeometryCollection", geometries: [polygon(SQUARE)] },
    feature(polygon(SQUARE.map((point) => [...point, 12.5]))),
  ];
  for (const content of nested) assert.deepEqual(readOutlines(inFile(t, content)), one);
});

test("the map and a case's own have the owner's outlines with their attribution, and borders only then", (t) => {
  const outlines = { paths: readOutlines(inFile(t, collection(polygon(SQUARE)))), attribution: "© Example" };
  const shown = mapOf(new View({ locale: "en", outlines }), [marker("/en/a/", HELSINKI)]);
  assert.ok(shown.includes(`<path class="outlines" d="${outlines.paths.map}" />`));
  assert.match(shown, /Natural Earth\. © Example/);
  assert.match(`${smallMap(new View({ locale: "en", outlines }), [HELSINKI])}`, /class="outlines"/);
  assert.doesNotMatch(mapOf(new View({ locale: "en" }), [marker("/en/a/", HELSINKI)]), /outlines/);
});

test("a file that holds no outlines is refused at the start with a sentence that says why", (t) => {
  const inMetres = SQUARE.map(([longitude, latitude]) => [longitude * 15_000, latitude * 110_000]);
  const swapped = SQUARE.map(([longitude, latitude]) => [latitude, longitude]);
  const wrong = [
    ["{", "is not JSON"], [collection(polygon(inMetres)), "is not in degrees"], [collection(polygon(swapped)), "no areas in the region"],
    [collection(polygon(FAR)), "no areas in the region"], [{ type: "Topology", objects: {} }, "a GeoJSON file of polygons is needed"],
    ["[]", "a GeoJSON file of polygons"], ["null", "a GeoJSON file of polygons"], [collection({ type: "Point", coordinates: SQUARE[0] }), "no areas"],
    [polygon(), "no areas"], [{ type: "Polygon" }, "no areas"], [polygon([["25", "60"], null]), "is not in degrees"],
  ];
  for (const [content, why] of wrong) assert.throws(() => readOutlines(inFile(t, content)), { message: new RegExp(why) });
  const server = fileURLToPath(new URL("../server.mjs", import.meta.url));
  const started = spawnSync(process.execPath, [server], { env: { ...process.env, PORT: "0", MAP_OUTLINES: inFile(t, "{") }, encoding: "utf8", timeout: 60_000 });
  assert.equal(started.status, 1);
  assert.match(started.stderr, /^MAP_OUTLINES: .*is not JSON\.\n$/);
});

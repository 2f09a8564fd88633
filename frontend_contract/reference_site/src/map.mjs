// The only home of the map's geometry: what part of the world it shows, where a place stands on it, what is too near.

import { readFileSync } from "node:fs";

/** Rings of [longitude, latitude], cut out of Natural Earth's land at 1:10 million, which is in the public domain. */
const LAND = JSON.parse(readFileSync(new URL("../data/coast.json", import.meta.url), "utf8"));
/** Of the map's width: what stands nearer than this would cover each other on a phone. */
const NEAR = 0.085;

/** Where a name may stand, as directions from its place. */
const SIDES = { right: [1, 0], left: [-1, 0], above: [0, -1], below: [0, 1] };

export const AREAS = {
  map: { west: 22.7, south: 59.74, east: 26.75, north: 60.87, zoom: 9 },
  capital: { west: 24.4, south: 60.08, east: 25.4, north: 60.42, zoom: 11 },
};

export class Area {
  constructor(name) {
    Object.assign(this, { name }, AREAS[name]);
    this.top = mercator(this.north);
    /** Height for a width of 1. */
    this.height = (this.top - mercator(this.south)) / (this.east - this.west);
  }

  /** Where a place is, in widths of the map from its upper left corner. */
  at(longitude, latitude) {
    const width = this.east - this.west;
    return { x: (longitude - this.west) / width, y: (this.top - mercator(latitude)) / width };
  }

  has({ x, y }) {
    return x >= 0 && x <= 1 && y >= 0 && y <= this.height;
  }

  /** The land as the `d` of a path whose unit is a thousandth of the width. */
  get land() {
    return LAND.map((ring) => `${this.#line(ring)}Z`).join("");
  }

  /** The same for lines, without what is not in the area or too small to be seen. */
  linesThrough(lines) {
    return lines.filter((line) => this.#meets(line)).map((line) => this.#line(line)).filter((d) => d.includes("L")).join("");
  }

  #line(points) {
    const rounded = points.map(([longitude, latitude]) => {
      const { x, y } = this.at(longitude, latitude);
      return `${Math.round(x * 1000)} ${Math.round(y * 1000)}`;
    });
    return `M${rounded.filter((point, place) => point !== rounded[place - 1]).join("L")}`;
  }

  #meets(line) {
    const span = (values) => values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);
    const [west, east] = span(line.map(([longitude]) => longitude));
    const [south, north] = span(line.map(([, latitude]) => latitude));
    return west < this.east && east > this.west && south < this.north && north > this.south;
  }

  /** The tiles that cover the area: their numbers, and where they are. */
  get tiles() {
    const count = 2 ** this.zoom;
    const column = (longitude) => Math.floor(((longitude + 180) / 360) * count);
    const row = (latitude) => Math.floor(((180 - mercator(latitude)) / 360) * count);
    const size = 360 / count / (this.east - this.west);
    const all = [];
    for (let x = column(this.west); x <= column(this.east); x += 1) {
      for (let y = row(this.north); y <= row(this.south); y += 1) {
        const left = ((x / count) * 360 - 180 - this.west) / (this.east - this.west);
        const above = (this.top - (180 - (y / count) * 360)) / (this.east - this.west);
        all.push({ x, y, z: this.zoom, left, above, size });
      }
    }
    return all;
  }
}

/** In degrees, as the longitude is: the projection of all tiles. */
function mercator(latitude) {
  return (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
}

/**
 * Of towns with their places, those whose names can be read on a map of `width` pixels, with the side of the place that
 * the name stands on: the first ones first, and none over a pin or another name. A town may have its side already.
 */
export function legible(towns, pins, width) {
  const taken = pins.map(({ x, y }) => boxAround(x * width, y * width, 15, 15));
  return towns.flatMap((town) => {
    const half = town.name.length * 4 + 4;
    for (const side of town.side ? [town.side] : Object.keys(SIDES)) {
      const [across, down] = SIDES[side];
      const box = boxAround(town.x * width + across * (half + 6), town.y * width + down * 17, half, 8);
      if (box.left < 0 || box.right > width || box.top < 0 || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      return [{ ...town, side }];
    }
    return [];
  });
}

function boxAround(x, y, halfWidth, halfHeight) {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Places with what stands there: what is too near to be told apart is one place. From west to east. */
export function gathered(points) {
  const cells = new Map();
  for (const { x, y, what } of points) {
    const key = `${Math.floor(x / (NEAR / 2))} ${Math.floor(y / (NEAR / 2))}`;
    cells.set(key, merged(cells.get(key), { x, y, all: [what] }));
  }
  const places = [...cells.values()];
  for (let pair = nearest(places); pair; pair = nearest(places)) {
    const [one, other] = pair;
    places.splice(places.indexOf(other), 1);
    places[places.indexOf(one)] = merged(one, other);
  }
  return places.sort((one, other) => one.x - other.x);
}

function nearest(places) {
  let [found, least] = [null, NEAR];
  for (const [index, one] of places.entries()) {
    for (const other of places.slice(index + 1)) {
      const distance = Math.hypot(one.x - other.x, one.y - other.y);
      if (distance < least) [found, least] = [[one, other], distance];
    }
  }
  return found;
}

function merged(one, other) {
  if (!one) return other;
  const [a, b] = [one.all.length, other.all.length];
  const between = (name) => (one[name] * a + other[name] * b) / (a + b);
  return { x: between("x"), y: between("y"), all: [...one.all, ...other.all] };
}

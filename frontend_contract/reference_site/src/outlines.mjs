// The only home of the owner's outlines of municipalities: read from a GeoJSON file once, and kept as the map draws them.

import { readFileSync } from "node:fs";

import { AREAS, Area } from "./map.mjs";

/** By the name of an area, the `d` of a path. An error says what is wrong with the file. */
export function readOutlines(file) {
  const lines = linesOf(parsed(readFileSync(file, "utf8"), file));
  const points = lines.flat();
  if (!points.every(isInDegrees)) {
    throw new Error(`${file} is not in degrees of longitude and latitude (WGS 84, EPSG:4326), as GeoJSON must be.`);
  }
  const region = new Area("map");
  if (!points.some(([longitude, latitude]) => region.has(region.at(longitude, latitude)))) {
    throw new Error(`${file} has no areas in the region: a GeoJSON file of polygons is needed, longitude before latitude.`);
  }
  return Object.fromEntries(Object.keys(AREAS).map((name) => [name, new Area(name).linesThrough(lines)]));
}

function parsed(text, file) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${file} is not JSON.`);
  }
}

/** Every ring of every area, however they are wrapped. */
function linesOf(value) {
  if (value?.type === "FeatureCollection") return (value.features ?? []).flatMap(linesOf);
  if (value?.type === "Feature") return linesOf(value.geometry);
  if (value?.type === "GeometryCollection") return (value.geometries ?? []).flatMap(linesOf);
  if (value?.type === "Polygon") return value.coordinates ?? [];
  if (value?.type === "MultiPolygon") return (value.coordinates ?? []).flat();
  return [];
}

function isInDegrees(point) {
  const [longitude, latitude] = Array.isArray(point) ? point : [];
  return [longitude, latitude].every(Number.isFinite) && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

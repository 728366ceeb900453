import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoCentroid } from "d3-geo";
import { feature } from "topojson-client";
import type { Geometry } from "geojson";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Plugin } from "vite";

const name = "virtual:small-states";

/** States that the coarse map leaves out, as one point each ([longitude, latitude] by ISO numeric code), from the finer map of the same atlas. */
export function smallStates(): Plugin {
  return {
    name,
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      const path = createRequire(import.meta.url).resolve;
      const read = (file: string) => JSON.parse(readFileSync(path(`world-atlas/${file}`), "utf8")) as Topology<{ countries: GeometryCollection }>;
      const coarse = read("countries-110m.json");
      const fine = read("countries-50m.json");
      const drawn = new Set(coarse.objects.countries.geometries.map((shape) => shape.id));
      const points: Record<string, [number, number]> = {};
      for (const shape of fine.objects.countries.geometries) {
        if (shape.id === undefined || drawn.has(shape.id)) continue;
        const [x, y] = geoCentroid(feature(fine, shape) as { type: "Feature"; geometry: Geometry; properties: object });
        points[shape.id] = [Math.round(x * 100) / 100, Math.round(y * 100) / 100];
      }
      return `export default ${JSON.stringify(points)};`;
    },
  };
}

/// <reference types="vite/client" />

declare module "virtual:small-states" {
  const points: Record<string, [longitude: number, latitude: number]>;
  export default points;
}
declare module "world-atlas/countries-110m.json" {
  import type { GeometryCollection, Topology } from "topojson-specification";
  const atlas: Topology<{ countries: GeometryCollection<{ name: string }> }>;
  export default atlas;
}

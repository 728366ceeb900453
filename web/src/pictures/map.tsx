import type { Feature, Geometry } from "geojson";
import { useEffect, useState } from "preact/hooks";
import type { Actor } from "../api/types";
import { text } from "../strings";

interface Drawing {
  sea: string;
  net: string;
  land: { d: string; side?: "side-a" | "side-b" }[];
  points: { x: number; y: number; side: "side-a" | "side-b"; small: boolean }[];
  way: string;
}

const [width, height] = [960, 480];

/** The world with both states marked, turned so that they stand in its middle. */
async function draw(a: Actor, b: Actor): Promise<Drawing> {
  const [{ geoCentroid, geoDistance, geoEqualEarth, geoGraticule10, geoInterpolate, geoPath }, { feature }, { default: atlas }, { default: small }] = await Promise.all([
    import("d3-geo"), import("topojson-client"), import("world-atlas/countries-110m.json"), import("virtual:small-states"),
  ]);
  const countries = feature(atlas, atlas.objects.countries).features as Feature<Geometry>[];
  const placeOf = (actor: Actor): [number, number] | undefined => {
    if (!actor.numeric) return undefined;
    const shape = countries.find((one) => one.id === actor.numeric);
    return shape ? geoCentroid(shape) : small[actor.numeric];
  };
  const [from, to] = [placeOf(a), placeOf(b)];
  const middle = from && to ? geoInterpolate(from, to)(0.5) : (from ?? to ?? [0, 0]);
  const turn = from && to && geoDistance(from, to) > 2.6 ? (from[0] + to[0]) / 2 : middle[0];
  const projection = geoEqualEarth().rotate([-turn, 0]).fitExtent([[8, 8], [width - 8, height - 8]], { type: "Sphere" });
  const path = geoPath(projection).digits(1);
  const points: Drawing["points"] = [];
  for (const [actor, place, side] of [[a, from, "side-a"], [b, to, "side-b"]] as const) {
    const at = place && projection(place);
    if (at) points.push({ x: at[0], y: at[1], side, small: !countries.some((one) => one.id === actor.numeric) });
  }
  return {
    sea: path({ type: "Sphere" }) ?? "",
    net: path(geoGraticule10()) ?? "",
    land: countries.map((one) => ({ d: path(one) ?? "", ...(one.id === a.numeric ? { side: "side-a" as const } : one.id === b.numeric ? { side: "side-b" as const } : {}) })),
    points,
    way: from && to ? (path({ type: "LineString", coordinates: [from, to] }) ?? "") : "",
  };
}

/** Takes its room before it is known who the two are. */
export function PairMap({ a, b }: { a: Actor | undefined; b: Actor | undefined }) {
  const [drawing, setDrawing] = useState<Drawing>();
  useEffect(() => {
    let late = false;
    if (!a || !b) return undefined;
    void draw(a, b).then((done) => !late && setDrawing(done));
    return () => {
      late = true;
    };
  }, [a?.id, b?.id]);
  return (
    <figure class="map">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={a && b ? text.pair.mapLabel(a.name, b.name) : text.pair.map}>
        {drawing && (
          <>
            <path class="sea" d={drawing.sea} />
            <path class="net" d={drawing.net} />
            {drawing.land.map((shape) => (
              <path class={`land ${shape.side ?? ""}`} d={shape.d} />
            ))}
            <path class="way" d={drawing.way} />
            {drawing.points.map((point) => (point.side === "side-a" ? <circle class={point.side} cx={point.x} cy={point.y} r={point.small ? 6 : 4.5} /> : <rect class={point.side} x={point.x - 4.5} y={point.y - 4.5} width="9" height="9" />))}
          </>
        )}
      </svg>
      <figcaption class="quiet small">{text.pair.mapNote}</figcaption>
    </figure>
  );
}

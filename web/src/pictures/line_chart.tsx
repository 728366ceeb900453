import { ordinal, shortFigure } from "../model/figures";
import type { Chart, Line } from "../model/series";
import { text } from "../strings";
import { Picture } from "./plot";

const symbols = ["circle", "triangle", "square", "diamond", "star", "wye"] as const;
const dashes = ["", "5 3", "2 3", "8 3 2 3", "1 4", "10 4"];

/** Colour says whose statistics, symbol and dash which of them. */
function looks(lines: Line[], first: string | undefined): Map<string, { colour: string; symbol: (typeof symbols)[number]; dash: string }> {
  const count = { a: 0, b: 0 };
  return new Map(
    lines.map((line) => {
      const side = line.reporter === first ? "a" : "b";
      const at = count[side]++;
      const colour = `var(--side-${side}${at % 2 ? "-soft" : ""})`;
      return [line.key, { colour, symbol: symbols[(at * 2 + (side === "b" ? 1 : 0)) % symbols.length] as (typeof symbols)[number], dash: dashes[at % dashes.length] as string }];
    }),
  );
}

interface Props {
  chart: Chart;
  names: Record<string, string>;
  /** The reporter that has the first colour. */
  first?: string | undefined;
  label: string;
  height?: number;
  /** What a line is called beside its source, where whose figure it is says too little. */
  lineName?: (line: Line) => string;
}

export function LineChart({ chart, names, first, label, height = 230, lineName }: Props) {
  const look = looks(chart.lines, first);
  const figure = (value: number): string => (chart.unit === "rank" ? ordinal(value) : shortFigure(value, chart.unit));
  const all = chart.lines.flatMap((line) => line.points.map((point) => ({ ...point, key: line.key })));
  const years = [...all, ...chart.claimed].map(({ year }) => year);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const late = chart.claimed.some(({ year }) => to - year < (to - from) / 8);
  return (
    <figure class="chart">
      <Picture
        label={label}
        height={height}
        of={chart}
        options={(plot, width) => ({
          marginLeft: chart.unit === "rank" ? 46 : 74,
          marginRight: 16,
          marginTop: 16,
          marginBottom: 26,
          x: { domain: [from - 0.4, to + 0.4], ticks: Math.max(2, Math.min(to - from, Math.floor(width / 80))), tickFormat: (year: number) => (Number.isInteger(year) ? String(year) : ""), label: null, tickSize: 0 },
          y: { label: null, ...(chart.reversed ? { reverse: true, domain: [1, Math.max(...[...all, ...chart.claimed].map(({ value }) => value), chart.level ?? 1) + 1] } : { zero: true, nice: true }), ticks: 4, tickFormat: figure, grid: true, tickSize: 0 },
          marks: [
            ...chart.lines.map((line) => plot.line(line.points, { x: "year", y: "value", stroke: look.get(line.key)?.colour as string, strokeWidth: 1.6, strokeDasharray: look.get(line.key)?.dash as string, curve: "linear" })),
            ...chart.lines.map((line) =>
              plot.dot(line.points, { x: "year", y: "value", r: all.length > 90 ? 1.6 : 2.6, fill: look.get(line.key)?.colour as string, symbol: look.get(line.key)?.symbol as "circle", title: (point: { year: number; value: number }) => `${line.source}, ${point.year}: ${figure(point.value)}` }),
            ),
            ...(chart.level === undefined ? [] : [plot.ruleY([chart.level], { stroke: "var(--ink)", strokeDasharray: "3 3" }), plot.text([{ value: chart.level }], { x: to + 0.4, y: "value", text: () => `${text.audit.claimed} ${figure(chart.level as number)}`, textAnchor: "end", dy: -8, fill: "var(--ink)", fontWeight: 600 })]),
            plot.dot(chart.claimed, { x: "year", y: "value", r: 6.5, symbol: "diamond2", fill: "none", stroke: "var(--ink)", strokeWidth: 2 }),
            plot.text(chart.claimed, { x: "year", y: "value", text: ({ value }: { value: number }) => `${text.audit.claimed} ${figure(value)}`, dy: -15, textAnchor: late ? "end" : "middle", dx: late ? 10 : 0, fill: "var(--ink)", stroke: "var(--card)", strokeWidth: 4, fontWeight: 600 }),
          ],
        })}
      />
      <figcaption>
        <ul class="keys">
          {chart.lines.map((line) => (
            <li key={line.key}>
              <svg viewBox="0 0 26 10" aria-hidden="true">
                <line x1="0" y1="5" x2="26" y2="5" stroke={look.get(line.key)?.colour} stroke-width="2" stroke-dasharray={look.get(line.key)?.dash} />
              </svg>
              {lineName ? lineName(line) : text.pair.reportedBy(names[line.reporter] ?? line.reporter)}
              <small>{line.vintage}</small>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

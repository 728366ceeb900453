import { periodInWords, yearsOf } from "../model/figures";
import { Picture } from "./plot";

export interface TimelineItem {
  lane: string;
  from: string;
  to?: string | undefined;
  label: string;
  tone: string;
  /** Drawn as an outline: what the sheet claims, not what a source says. */
  claimed?: boolean;
}

/** Lanes of spans and days along the years. */
export function Timeline({ items, label, height }: { items: TimelineItem[]; label: string; height?: number }) {
  const drawn = items.flatMap((item) => {
    const years = yearsOf(item.to ? `${item.from}/${item.to}` : item.from);
    return years ? [{ ...item, first: years[0], last: years[1] }] : [];
  });
  if (drawn.length === 0) return null;
  const lanes = [...new Set(drawn.map((item) => item.lane))];
  const first = Math.min(...drawn.map((item) => item.first));
  const last = Math.max(...drawn.map((item) => item.last));
  const padding = Math.max((last - first) * 0.04, 1);
  const spans = drawn.filter((item) => item.last - item.first >= 0.9);
  const days = drawn.filter((item) => !spans.includes(item));
  const title = (item: TimelineItem): string => `${item.label}, ${periodInWords(item.to ? `${item.from}/${item.to}` : item.from)}`;
  return (
    <figure class="chart">
      <Picture
        label={label}
        height={height ?? lanes.length * 30 + 34}
        of={items}
        options={(plot, width) => ({
          marginLeft: Math.min(170, width * 0.36),
          marginRight: 14,
          marginTop: 6,
          marginBottom: 24,
          x: { domain: [first - padding, last + padding], ticks: Math.max(2, Math.floor(width / 110)), tickFormat: (year: number) => (Number.isInteger(year) ? String(year) : ""), grid: true, label: null, tickSize: 0 },
          y: { domain: lanes, label: null, tickSize: 0, padding: 0.38, type: "band" },
          marks: [
            plot.barX(spans.filter((item) => !item.claimed), { x1: "first", x2: "last", y: "lane", fill: "tone", fillOpacity: 0.8, rx: 4, title }),
            plot.barX(spans.filter((item) => item.claimed), { x1: "first", x2: "last", y: "lane", fill: "none", stroke: "var(--ink)", strokeWidth: 1.8, strokeDasharray: "4 3", rx: 4, title }),
            plot.dot(days.filter((item) => !item.claimed), { x: "first", y: "lane", r: 5, fill: "tone", symbol: "diamond2", title }),
            plot.dot(days.filter((item) => item.claimed), { x: "first", y: "lane", r: 8, fill: "none", stroke: "var(--ink)", strokeWidth: 2, symbol: "diamond2", title }),
          ],
          color: { type: "identity" as const },
        })}
      />
    </figure>
  );
}

// Figures and periods in words. Nothing is rounded away without the exact figure standing in a title or table beside it.

const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

const scales: [number, string][] = [[1e12, "trillion"], [1e9, "billion"], [1e6, "million"]];

/** "$426.28 million", "16th", "53.9 %": short, for headings, charts and cells. */
export function shortFigure(value: number, unit = ""): string {
  if (unit === "rank") return ordinal(value);
  if (unit === "percent") return `${grouped.format(value)} %`;
  const size = Math.abs(value);
  const scale = scales.find(([at]) => size >= at);
  const number = scale ? `${new Intl.NumberFormat("en", { minimumFractionDigits: 0, maximumFractionDigits: 2 }).format(value / scale[0])} ${scale[1]}` : grouped.format(value);
  if (unit === "USD") return number.startsWith("-") ? `−$${number.slice(1)}` : `$${number}`;
  return unit ? `${number} ${unit}` : number;
}

/** The figure with all its digits: "426,279,050 USD". */
export function exactFigure(value: number, unit = ""): string {
  const number = new Intl.NumberFormat("en", { maximumFractionDigits: 10 }).format(value);
  return unit ? `${number} ${unit}` : number;
}

export function ordinal(value: number): string {
  const tens = value % 100;
  const suffix = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th");
  return `${value}${suffix}`;
}

export function difference(percent: number | undefined): string {
  if (percent === undefined) return "";
  const size = Math.abs(percent);
  return `${percent > 0 ? "+" : percent < 0 ? "−" : ""}${size.toFixed(2)} %`;
}

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "2002-03-11" → "11 March 2002"; "FY2021" → "FY 2021"; "1996/2000" → "1996 – 2000"; "1992/.." → "since 1992". */
export function periodInWords(period: string | null | undefined): string {
  if (!period) return "";
  const [first = "", last] = period.split("/");
  if (last === "..") return `since ${periodInWords(first)}`;
  if (first === ".." && last) return `until ${periodInWords(last)}`;
  if (last !== undefined) return first === last ? periodInWords(first) : `${periodInWords(first)} – ${periodInWords(last)}`;
  const day = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(first);
  if (day) return `${day[3] ? `${Number(day[3])} ` : ""}${months[Number(day[2]) - 1] ?? ""} ${day[1]}`;
  return first.replace(/^FY(\d)/, "FY $1");
}

/** The first and the last year of a period, as years with fractions: the end of 2021 is 2022. Undefined where it names none. */
export function yearsOf(period: string | undefined): [number, number] | undefined {
  if (!period) return undefined;
  const [first = "", last = first] = period.split("/");
  const year = (text: string, end: boolean): number | undefined => {
    const found = /^(?:FY)?(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
    if (!found) return undefined;
    if (!found[2]) return Number(found[1]) + (end ? 1 : 0);
    const month = Number(found[2]) - 1;
    if (!found[3]) return Number(found[1]) + (month + (end ? 1 : 0)) / 12;
    return Number(found[1]) + (month + Number(found[3]) / 31) / 12;
  };
  const from = year(first, false);
  const to = year(last, true);
  if (from === undefined && to === undefined) return undefined;
  return [from ?? (to as number), to ?? (from as number)];
}

/** The number of a year or fiscal year alone, for the axis of a series. */
export function singleYear(period: string | undefined): number | undefined {
  const found = /^(?:FY)?(\d{4})$/.exec(period ?? "");
  return found ? Number(found[1]) : undefined;
}

import type { Actor, Audit, Dossier, Example, Observations, Problem, Ranks, SeriesHeads, Shelf } from "./types";

/** Why an answer did not come: `status` 0 is a server that was not reached. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly retryAfter?: number,
  ) {
    super(detail || title);
  }
}

/** What is audited: text as it was typed, a file's bytes, or an address for the server to fetch. */
export type Sheet =
  | { from: "text"; text: string; name?: string }
  | { from: "file"; bytes: Blob; type: string; name: string }
  | { from: "url"; url: string };

export interface AuditOptions {
  asOf?: string;
  pair?: string;
  accept?: string;
}

export type Query = Record<string, string | number | undefined>;

const tokenKey = "paraph.token";

export function keepToken(token: string): void {
  sessionStorage.setItem(tokenKey, token);
}

/** The path of a request with those members of the query that say something. */
export function pathOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== "") search.set(name, String(value));
  const tail = search.toString();
  return tail ? `${path}?${tail}` : path;
}

/** The media type of a file by the end of its name; the browser's own guess is not the same everywhere. */
export function typeOfFile(name: string, guessed: string): string {
  const known: Record<string, string> = {
    txt: "text/plain", text: "text/plain", md: "text/markdown", markdown: "text/markdown",
    html: "text/html", htm: "text/html", xhtml: "text/html", pdf: "application/pdf",
  };
  return known[name.split(".").pop()?.toLowerCase() ?? ""] ?? (guessed || "text/plain");
}

async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  const token = sessionStorage.getItem(tokenKey);
  if (token) headers.set("Authorization", `Bearer ${token}`);
  let answer: Response;
  try {
    answer = await fetch(path, { ...init, headers });
  } catch (trouble) {
    if (init.signal?.aborted) throw trouble;
    throw new Refusal(0, "", "");
  }
  if (answer.ok) return answer;
  const problem = (await answer.json().catch(() => ({}))) as Problem;
  const seconds = Number(answer.headers.get("Retry-After"));
  throw new Refusal(answer.status, problem.title ?? answer.statusText, problem.detail ?? "", seconds > 0 ? seconds : undefined);
}

async function json<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  const answer = await request(path, { headers: { Accept: "application/json" }, ...(signal ? { signal } : {}) });
  return (await answer.json()) as Answer;
}

function post(sheet: Sheet, options: AuditOptions, signal?: AbortSignal): Promise<Response> {
  const name = sheet.from === "url" ? undefined : sheet.name;
  const path = pathOf("v1/check", { as_of: options.asOf, pair: options.pair, name, ...(options.accept ? {} : { text: "true" }) });
  const headers: Record<string, string> = { Accept: options.accept ?? "application/json" };
  let body: BodyInit;
  if (sheet.from === "url") {
    headers["Content-Type"] = "application/json";
    body = JSON.stringify({ url: sheet.url });
  } else if (sheet.from === "file") {
    headers["Content-Type"] = sheet.type;
    body = sheet.bytes;
  } else {
    headers["Content-Type"] = "text/plain; charset=utf-8";
    body = sheet.text;
  }
  return request(path, { method: "POST", headers, body, ...(signal ? { signal } : {}) });
}

export async function check(sheet: Sheet, options: AuditOptions = {}, signal?: AbortSignal): Promise<Audit> {
  const answer = (await (await post(sheet, options, signal)).json()) as Audit | Audit[];
  const audit = Array.isArray(answer) ? answer[0] : answer;
  if (!audit) throw new Refusal(200, "", "");
  return audit;
}

/** The same audit as a file. */
export async function exported(sheet: Sheet, accept: string, options: AuditOptions = {}): Promise<Blob> {
  return (await post(sheet, { ...options, accept })).blob();
}

const kept = new Map<string, Promise<unknown>>();

/** One request for what does not change while the page is open; a refusal is not kept. */
function once<Answer>(path: string): Promise<Answer> {
  let answer = kept.get(path) as Promise<Answer> | undefined;
  if (!answer) {
    answer = json<Answer>(path);
    kept.set(path, answer);
    answer.catch(() => kept.delete(path));
  }
  return answer;
}

export const pair = (a: string, b: string): Promise<Dossier> => once(`v1/pairs/${encodeURIComponent(a)}/${encodeURIComponent(b)}`);
export const ranks = (reporter: string, year: number, flow: string): Promise<Ranks> => once(pathOf("v1/ranks", { reporter, year, flow }));
export const shelf = (): Promise<Shelf> => once("v1/sources");
export const examples = async (): Promise<Example[]> => (await once<{ examples: Example[] }>("v1/examples")).examples;
export const states = async (): Promise<Actor[]> => (await once<{ actors: Actor[] }>(pathOf("v1/actors", { kind: "state", limit: 500 }))).actors;
export const actors = async (q: string, kind?: string, signal?: AbortSignal): Promise<Actor[]> =>
  (await json<{ actors: Actor[] }>(pathOf("v1/actors", { q, kind, limit: 10 }), signal)).actors;
export const observations = (query: Query, signal?: AbortSignal): Promise<Observations> => json(pathOf("v1/observations", query), signal);
export const series = (query: Query, signal?: AbortSignal): Promise<SeriesHeads> => json(pathOf("v1/series", query), signal);

/** One of the sheets that the server has to try, as the file that it is. */
export async function example(name: string): Promise<Sheet> {
  const answer = await request(`v1/examples/${encodeURIComponent(name)}`);
  return { from: "file", bytes: await answer.blob(), type: typeOfFile(name, ""), name };
}

/** The rows of a filter as a file; the cursor is followed by the server's limit of a page. */
export async function observationsAsCsv(query: Query): Promise<Blob> {
  return (await request(pathOf("v1/observations", { ...query, format: "csv", limit: 1000 }))).blob();
}

// Permalinks. They stand in the fragment, which a browser never sends: a shared sheet travels inside its link.

export type Route =
  | { view: "audit"; from?: "example" | "url" | "text"; sheet?: string; claim?: string; verdicts?: string; kind?: string; asOf?: string }
  | { view: "pair"; a?: string; b?: string }
  | { view: "data"; source?: string; vintage?: string; reporter?: string; partner?: string; measure?: string; first?: string; last?: string; q?: string; tab?: string };

const dataMembers = ["source", "vintage", "reporter", "partner", "measure", "first", "last", "q", "tab"] as const;

export function readRoute(hash: string): Route {
  const [path = "", search = ""] = hash.replace(/^#\/?/, "").split("?");
  const query = new URLSearchParams(search);
  const parts = path.split("/").map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
  const member = (name: string): string | undefined => query.get(name) || undefined;
  if (parts[0] === "pair") {
    return { view: "pair", ...(parts[1] ? { a: parts[1].toUpperCase() } : {}), ...(parts[2] ? { b: parts[2].toUpperCase() } : {}) };
  }
  if (parts[0] === "data") {
    const route: Route = { view: "data" };
    for (const name of dataMembers) {
      const value = member(name);
      if (value) route[name] = value;
    }
    return route;
  }
  const route: Route = { view: "audit" };
  for (const from of ["example", "url", "text"] as const) {
    const value = member(from);
    if (value) Object.assign(route, { from, sheet: value });
  }
  for (const [name, key] of [["claim", "claim"], ["verdicts", "verdicts"], ["kind", "kind"], ["as_of", "asOf"]] as const) {
    const value = member(name);
    if (value) Object.assign(route, { [key]: value });
  }
  return route;
}

export function writeRoute(route: Route): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | undefined): void => {
    if (value) query.set(name, value);
  };
  let path: string = route.view;
  if (route.view === "pair") {
    if (route.a || route.b) path += `/${encodeURIComponent(route.a ?? "")}`;
    if (route.b) path += `/${encodeURIComponent(route.b)}`;
  } else if (route.view === "data") {
    for (const name of dataMembers) put(name, route[name]);
  } else {
    if (route.from) put(route.from, route.sheet);
    put("as_of", route.asOf);
    put("verdicts", route.verdicts);
    put("kind", route.kind);
    put("claim", route.claim);
  }
  const tail = query.toString();
  return `#/${path}${tail ? `?${tail}` : ""}`;
}

const through = async (bytes: Uint8Array<ArrayBuffer>, stream: GenericTransformStream): Promise<Uint8Array> =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());

/** Text as base64url of its raw deflate: about a third of its length. */
export async function packed(text: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Undefined where the link is damaged. */
export async function unpacked(code: string): Promise<string | undefined> {
  try {
    const binary = atob(code.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(await through(bytes, new DecompressionStream("deflate-raw")));
  } catch {
    return undefined;
  }
}

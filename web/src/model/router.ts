import { signal } from "@preact/signals";
import { readRoute, writeRoute, type Route } from "./route";

export const route = signal<Route>(readRoute(location.hash));

addEventListener("hashchange", () => (route.value = readRoute(location.hash)));

/** Goes to a route; the browser's back button comes back. */
export function go(to: Route): void {
  const link = writeRoute(to);
  if (location.hash !== link) location.hash = link;
}

/** Writes what is shown into the address without a step of history. */
export function note(to: Route): void {
  const link = writeRoute(to);
  if (location.hash === link) return;
  history.replaceState(null, "", link);
}

export const addressOf = (to: Route): string => new URL(writeRoute(to), location.href).href;

// Pictures by Observable Plot. Plot writes a style element into its drawings; they are made in a document without a window,
// where it is never applied, and come into the page without it, so that a policy without inline styles holds.
import type { PlotOptions } from "@observablehq/plot";
import { useEffect, useRef, useState } from "preact/hooks";

type PlotModule = typeof import("@observablehq/plot");

let loaded: Promise<PlotModule> | undefined;
const load = (): Promise<PlotModule> => (loaded ??= import("@observablehq/plot"));

/** The room that a drawing has, followed as it changes. */
export function useWidth(): [{ current: HTMLDivElement | null }, number] {
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    watch.observe(element);
    setWidth(Math.floor(element.clientWidth));
    return () => watch.disconnect();
  }, []);
  return [host, width];
}

interface Props {
  /** What the picture says, for who cannot see it. */
  label: string;
  height: number;
  /** Redraws when this changes. */
  of: unknown;
  options: (plot: PlotModule, width: number) => PlotOptions;
}

export function Picture({ label, height, of, options }: Props) {
  const [host, width] = useWidth();
  const [plot, setPlot] = useState<PlotModule>();
  useEffect(() => {
    let gone = false;
    void load().then((found) => !gone && setPlot(found));
    return () => {
      gone = true;
    };
  }, []);
  useEffect(() => {
    if (!plot || !host.current || width < 40) return;
    const apart = document.implementation.createHTMLDocument();
    const drawing = plot.plot({ ...options(plot, width), document: apart, width, height, className: "plot" });
    drawing.querySelectorAll("style").forEach((style) => style.remove());
    drawing.removeAttribute("style");
    drawing.setAttribute("role", "img");
    drawing.setAttribute("aria-label", label);
    drawing.querySelectorAll("[aria-label]").forEach((part) => part.removeAttribute("aria-label"));
    drawing.setAttribute("aria-label", label);
    host.current.replaceChildren(document.adoptNode(drawing));
  }, [plot, width, of, height, label]);
  return <div class="picture" ref={host} style={{ height: `${height}px` }} />;
}

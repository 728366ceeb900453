import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { route } from "../model/router";
import { text } from "../strings";
import { Icon, type IconName } from "./icon";
import { Toast } from "./toast";

const themes = ["auto", "light", "dark"] as const;
type Theme = (typeof themes)[number];
const themeKey = "paraph.theme";
const chosen = localStorage.getItem(themeKey);
const theme = signal<Theme>(chosen === "light" || chosen === "dark" ? chosen : "auto");
const themeIcons: Record<Theme, IconName> = { auto: "half", light: "sun", dark: "moon" };

function nextTheme(): void {
  const next = themes[(themes.indexOf(theme.value) + 1) % themes.length] as Theme;
  theme.value = next;
  if (next === "auto") {
    localStorage.removeItem(themeKey);
    delete document.documentElement.dataset["theme"];
  } else {
    localStorage.setItem(themeKey, next);
    document.documentElement.dataset["theme"] = next;
  }
}

const views = ["audit", "pair", "data"] as const;

export function Shell({ children }: { children: ComponentChildren }) {
  const main = useRef<HTMLElement>(null);
  const { view } = route.value;
  const before = useRef(view);
  useEffect(() => {
    document.title = `${text.nav[view]} · ${text.product}`;
    if (before.current !== view) {
      before.current = view;
      scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
  }, [view]);
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {text.skip}
      </a>
      <header class="top">
        <a class="brand" href="#/audit" aria-label={text.product}>
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <path d="M4 22c6-1.5 8-15.5 14-17s4 10-1.5 12.5-10 0-5.5-4.500 13-5.500 13 0-3 8.500 5.500 7" fill="none" stroke="var(--accent)" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round" />
          </svg>
          <span>{text.product}</span>
        </a>
        <nav aria-label={text.nav.label}>
          {views.map((name) => (
            <a href={`#/${name}`} {...(view === name ? { "aria-current": "page" as const } : {})}>
              {text.nav[name]}
            </a>
          ))}
        </nav>
        <p class="tagline">{text.tagline}</p>
        <button class="button plain square theme" onClick={nextTheme} aria-label={`${text.theme.label}: ${text.theme[theme.value]}`} title={`${text.theme.label}: ${text.theme[theme.value]}`}>
          <Icon name={themeIcons[theme.value]} />
        </button>
      </header>
      <main id="main" tabIndex={-1} ref={main}>
        {children}
      </main>
      <Toast />
    </>
  );
}

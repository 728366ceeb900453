import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { examples, exported, Refusal } from "../api/client";
import * as bench from "../model/bench";
import { exampleToOpen, openFile, permalink } from "../model/open";
import { note } from "../model/router";
import { text } from "../strings";
import { Icon } from "./icon";
import { copy, save, say } from "./toast";

/** What one does with sheets: open, fetch, look back, export. */
export function Tools() {
  const file = useRef<HTMLInputElement>(null);
  const [address, setAddress] = useState("");
  return (
    <div class="tools">
      <button class="button" onClick={() => file.current?.click()} title={text.audit.openHint}>
        <Icon name="open" /> {text.audit.open}
      </button>
      <input
        ref={file}
        type="file"
        hidden
        aria-label={text.audit.open}
        accept=".txt,.md,.markdown,.html,.htm,.pdf,text/plain,text/html,text/markdown,application/pdf"
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          if (chosen) openFile(chosen);
          event.currentTarget.value = "";
        }}
      />
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          if (address.trim()) void bench.audit({ from: "url", url: address.trim() });
        }}
      >
        <input class="input" type="url" aria-label={text.audit.url} placeholder={text.audit.urlHint} value={address} onInput={(event) => setAddress(event.currentTarget.value)} />
        <button class="button">{text.audit.fetch}</button>
      </form>
      <label class="date" title={text.audit.asOfHint}>
        {text.audit.asOf}
        <input
          class="input"
          type="date"
          value={bench.asOf.value}
          onChange={(event) => {
            bench.asOf.value = event.currentTarget.value;
            if (bench.sheet.value) void bench.audit(bench.sheet.value, bench.exampleName.value ? { example: bench.exampleName.value } : {});
          }}
        />
      </label>
      <div class="apart">
        <span class="apart" {...(bench.documentNote.value ? {} : { inert: true })}>
            <button
              class="button plain"
              onClick={() => {
                bench.clear();
                note({ view: "audit" });
              }}
            >
              <Icon name="fresh" /> {text.audit.clear}
            </button>
            <Exports />
        </span>
        <Examples />
      </div>
    </div>
  );
}

/** A menu that closes when a choice is made, when focus leaves it, and on Escape. */
function Menu({ label, children }: { label: ComponentChildren; children: ComponentChildren }) {
  const box = useRef<HTMLDetailsElement>(null);
  const close = (): void => box.current?.removeAttribute("open");
  return (
    <details
      class="menu"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        close();
        box.current?.querySelector("summary")?.focus();
      }}
      onFocusOut={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && event.relatedTarget && close()}
      onClick={(event) => (event.target as Element).closest("button") && close()}
    >
      <summary class="button">{label}</summary>
      <ul class="card">{children}</ul>
    </details>
  );
}

function Examples() {
  const [list, setList] = useState<string[]>([exampleToOpen]);
  useEffect(() => {
    examples().then((found) => found.length > 0 && setList(found.map(({ name }) => name)), () => undefined);
  }, []);
  return (
    <Menu label={text.audit.example}>
      {list.map((name) => (
        <li>
          <button class="button plain" onClick={() => void bench.openExample(name)}>
            {name}
          </button>
        </li>
      ))}
    </Menu>
  );
}

const forms = [
  ["json", "application/json", "json"], ["csv", "text/csv", "csv"], ["sarif", "application/sarif+json", "sarif"],
  ["claimreview", "application/ld+json", "jsonld"], ["html", "text/html", "html"],
] as const;

async function exportAs(accept: string, ending: string): Promise<void> {
  const sheet = bench.sheet.value;
  if (!sheet) return;
  try {
    const name = (bench.documentNote.value?.name ?? "audit").replace(/^.*\//, "").replace(/\.\w+$/, "") || "audit";
    save(await exported(sheet, accept, bench.asOf.value ? { asOf: bench.asOf.value } : {}), `${name}.${ending}`);
  } catch (reason) {
    say(reason instanceof Refusal ? reason.detail || text.trouble.unreachable : text.trouble.failed);
  }
}

function Exports() {
  return (
    <Menu
      label={
        <>
          <Icon name="out" /> {text.audit.export.label}
        </>
      }
    >
      {forms.map(([name, accept, ending]) => (
        <li>
          <button class="button plain" onClick={() => void exportAs(accept, ending)}>
            <Icon name="down" /> {text.audit.exports[name]}
          </button>
        </li>
      ))}
      <li>
        <button class="button plain" onClick={() => void permalink().then((address) => copy(address, text.audit.export.linkDone))}>
          <Icon name="link" /> {text.audit.export.link}
        </button>
      </li>
      <li>
        <button class="button plain" onClick={() => setTimeout(() => window.print(), 50)}>
          <Icon name="print" /> {text.audit.export.print}
        </button>
      </li>
    </Menu>
  );
}

import { signal } from "@preact/signals";

const message = signal("");
let timer: ReturnType<typeof setTimeout> | undefined;

export function say(words: string): void {
  message.value = words;
  clearTimeout(timer);
  timer = setTimeout(() => (message.value = ""), 2600);
}

export async function copy(words: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    // Without the clipboard's permission the selection still can be copied.
    const area = document.createElement("textarea");
    area.value = words;
    area.className = "hidden";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say(done);
}

export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** What was just done, seen and heard. */
export function Toast() {
  return (
    <div aria-live="polite" role="status">
      {message.value && <div class="toast">{message.value}</div>}
    </div>
  );
}

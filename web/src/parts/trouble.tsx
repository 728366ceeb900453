import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { keepToken, Refusal } from "../api/client";
import { text } from "../strings";

/** Why something is not there, and what to do about it. */
export function Trouble({ of, again }: { of: unknown; again?: (() => void) | undefined }) {
  const [token, setToken] = useState("");
  const refusal = of instanceof Refusal ? of : undefined;
  let title = text.trouble.failed;
  let detail: string = refusal ? refusal.detail || refusal.title : text.trouble.bug;
  if (refusal?.status === 0) [title, detail] = [text.trouble.unreachable, text.trouble.unreachableHint];
  else if (refusal?.status === 401) [title, detail] = [text.trouble.token, text.trouble.tokenHint];
  else if (refusal?.status === 404) title = text.trouble.notFound;
  else if (refusal?.status === 429 || refusal?.status === 503) [title, detail] = [text.trouble.busy, refusal.retryAfter ? text.trouble.busyHint(refusal.retryAfter) : detail];
  return (
    <section class="card notice refuted" role="alert">
      <h2>{title}</h2>
      <p>{detail}</p>
      {refusal?.status === 401 ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            keepToken(token.trim());
            again?.();
          }}
        >
          <label class="field">
            {text.trouble.tokenLabel}
            <input type="password" autocomplete="off" value={token} onInput={(event) => setToken(event.currentTarget.value)} />
          </label>
          <button class="button main">{text.trouble.tokenGo}</button>
        </form>
      ) : (
        again && (
          <button class="button" onClick={again}>
            {text.trouble.again}
          </button>
        )
      )}
    </section>
  );
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <strong>{title}</strong>
      {children}
    </div>
  );
}

/** Grey room of the size that the content will take. */
export function Wait({ height, label = text.loading }: { height: number; label?: string }) {
  return (
    <span class="wait" role="status" style={{ height: `${height}px` }}>
      <span class="hidden">{label}</span>
    </span>
  );
}

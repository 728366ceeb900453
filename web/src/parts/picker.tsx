import { useEffect, useId, useRef, useState } from "preact/hooks";
import { actors } from "../api/client";
import type { Actor } from "../api/types";
import { text } from "../strings";

interface Props {
  label: string;
  chosen?: { id: string; name: string } | undefined;
  onChoose: (actor: Actor) => void;
  kind?: "state" | "organisation";
  onClear?: () => void;
}

/** A field that finds actors as one types: a combobox with a list, by the keys that screen readers tell of. */
export function Picker({ label, chosen, onChoose, kind = "state", onClear }: Props) {
  const id = useId();
  const [words, setWords] = useState(chosen?.name ?? "");
  const [found, setFound] = useState<Actor[]>();
  const [active, setActive] = useState(0);
  const control = useRef<AbortController>();
  useEffect(() => {
    setWords(chosen?.name ?? "");
    setFound(undefined);
  }, [chosen?.id, chosen?.name]);

  const search = (q: string): void => {
    setWords(q);
    setActive(0);
    control.current?.abort();
    if (!q.trim()) {
      setFound(undefined);
      onClear?.();
      return;
    }
    const current = new AbortController();
    control.current = current;
    actors(q.trim(), kind, current.signal).then(
      // Today's names before former and other ones.
      (answer) => !current.signal.aborted && setFound([...answer.filter((actor) => !actor.matched), ...answer.filter((actor) => actor.matched)]),
      () => !current.signal.aborted && setFound([]),
    );
  };
  const choose = (actor: Actor | undefined): void => {
    if (!actor) return;
    control.current?.abort();
    setWords(actor.name);
    setFound(undefined);
    onChoose(actor);
  };
  return (
    <div class="picker-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        role="combobox"
        autocomplete="off"
        aria-expanded={found !== undefined}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(found?.[active] ? { "aria-activedescendant": `${id}-${active}` } : {})}
        placeholder={text.pair.pick}
        value={words}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => search(event.currentTarget.value)}
        onBlur={() => setTimeout(() => setFound(undefined), 150)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            const count = found?.length ?? 0;
            if (count > 0) setActive((active + (event.key === "ArrowDown" ? 1 : count - 1)) % count);
          } else if (event.key === "Enter" && found?.length) {
            event.preventDefault();
            choose(found[active]);
          } else if (event.key === "Escape") {
            setFound(undefined);
            setWords(chosen?.name ?? "");
          }
        }}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} class="card options" hidden={found === undefined}>
        {found?.map((actor, i) => (
          <li key={actor.id} id={`${id}-${i}`} role="option" aria-selected={i === active} onPointerDown={(event) => event.preventDefault()} onClick={() => choose(actor)}>
            {actor.name} <small>{actor.id}</small>
            {actor.matched && <small class="matched">{actor.matched}</small>}
          </li>
        ))}
        {found?.length === 0 && (
          <li role="option" aria-selected="false" aria-disabled="true" class="quiet">
            {text.pair.unknown}
          </li>
        )}
      </ul>
    </div>
  );
}

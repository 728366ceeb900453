import { useCallback, useEffect, useState } from "preact/hooks";

export interface Answered<Value> {
  value?: Value;
  refusal?: unknown;
  again: () => void;
}

/** What `ask` answers, asked again when a member of `on` changes; an answer that comes too late is dropped. */
export function useAnswer<Value>(ask: (() => Promise<Value>) | undefined, on: readonly unknown[]): Answered<Value> {
  const [state, setState] = useState<{ value?: Value; refusal?: unknown; of: readonly unknown[] }>({ of: on });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let late = false;
    setState({ of: on });
    if (ask) {
      ask().then(
        (value) => !late && setState({ value, of: on }),
        (refusal: unknown) => !late && setState({ refusal, of: on }),
      );
    }
    return () => {
      late = true;
    };
  }, [...on, turn]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  const current = state.of.length === on.length && state.of.every((member, i) => member === on[i]);
  return current ? { ...(state.value === undefined ? {} : { value: state.value }), ...(state.refusal === undefined ? {} : { refusal: state.refusal }), again } : { again };
}

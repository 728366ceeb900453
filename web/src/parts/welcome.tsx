import { verdictLabels } from "../api/types";
import { text } from "../strings";
import { Mark } from "./mark";

/** What a reader sees who has not given a sheet yet. */
export function Welcome({ open }: { open: () => void }) {
  const words = text.audit.firstRun;
  return (
    <section class="welcome">
      <h2>{words.title}</h2>
      <p class="lead">{words.lead}</p>
      <ol>
        {words.steps.map(([title, detail]) => (
          <li>
            <b>{title}</b>
            <span>{detail}</span>
          </li>
        ))}
      </ol>
      <p>
        <button class="button main" onClick={open}>
          {words.go}
        </button>
      </p>
      <dl class="legend" aria-label={words.marks}>
        {verdictLabels.map((label) => [
          <dt class={label}>
            <Mark look={label} /> {text.verdict[label]}
          </dt>,
          <dd>{text.verdictMeans[label]}</dd>,
        ])}
      </dl>
    </section>
  );
}

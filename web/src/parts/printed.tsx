import type { Verdict } from "../api/types";
import { claims, documentNote, gaps, shown, stage, visible } from "../model/bench";
import { difference, shortFigure } from "../model/figures";
import { pieces, type PlacedClaim } from "../model/places";
import { text } from "../strings";
import { Since } from "./finding";
import { Mark } from "./mark";

/** The whole audit for paper: the text with its marks, then every claim; the screen never shows it. */
export function PrintedAudit() {
  if (stage.value !== "done" || !documentNote.value) return null;
  const judged = visible.value.map((index) => claims.value[index] as PlacedClaim);
  const number = new Map(judged.map((claim, i) => [claim, i + 1]));
  const cut = pieces(judged, 0, shown.value.length);
  return (
    <section class="print-only printed" aria-hidden="true">
      <div class="text">
        {cut.map((piece) => {
          const words = shown.value.slice(piece.from, piece.to);
          const ends = judged.filter((claim) => claim.at.to === piece.to);
          return (
            <>
              {piece.mark ? <span class={`claimed ${piece.mark.verdict?.label ?? ""}`}>{words}</span> : words}
              {ends.map((claim) => (
                <sup>
                  <Mark look={(claim.verdict as Verdict).label} />
                  {number.get(claim)}
                </sup>
              ))}
            </>
          );
        })}
      </div>
      <ol>
        {judged.map((claim) => {
          const verdict = claim.verdict as Verdict;
          return (
            <li class={verdict.label}>
              <p>
                <Mark look={verdict.label} /> <b>{text.verdict[verdict.label]}</b> {claim.says ?? claim.quote}
              </p>
              <p>{verdict.why}</p>
              <Since verdict={verdict} />
              <ul>
                {(verdict.evidence ?? []).map((row) => (
                  <li>
                    {text.agrees[row.agrees]}: {row.says ?? (row.value === undefined ? "" : shortFigure(row.value, row.unit))} {difference(row.difference_percent)} – {row.reading} ({row.vintage ?? row.source})
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
      {gaps.value.length > 0 && (
        <p>
          {text.notRead}: {gaps.value.map((gap) => gap.quote).join(" · ")}
        </p>
      )}
    </section>
  );
}

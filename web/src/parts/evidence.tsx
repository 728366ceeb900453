import type { Evidence } from "../api/types";
import type { PlacedClaim } from "../model/places";
import { difference, exactFigure, periodInWords, shortFigure } from "../model/figures";
import { text } from "../strings";
import { Icon } from "./icon";
import { Agrees } from "./mark";
import { copy } from "./toast";

function Parts({ title, items }: { title: string; items?: string[] | undefined }) {
  if (!items?.length) return null;
  return (
    <small>
      {title} {items.join("; ")}
    </small>
  );
}

const claimedFigure = (claim: PlacedClaim): string => {
  if (claim.low !== undefined && claim.high !== undefined) return `${shortFigure(claim.low, claim.unit)} – ${shortFigure(claim.high, claim.unit)}`;
  return claim.value === undefined ? "" : shortFigure(claim.value, claim.unit);
};

/** The claimed figure above, each source's beside it. */
export function EvidenceTable({ claim, rows, own = true }: { claim: PlacedClaim; rows: Evidence[]; own?: boolean }) {
  const figures = rows.some((row) => row.value !== undefined && !row.says);
  const differences = rows.some((row) => row.difference_percent !== undefined);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={text.audit.evidence}>
      <table class="evidence">
        <thead>
          <tr>
            <th scope="col">{text.audit.source}</th>
            <th scope="col" class={figures ? "figure" : ""}>
              {figures ? text.audit.figure : text.audit.says}
            </th>
            {differences && <th scope="col" class="figure">{text.audit.difference}</th>}
            <th scope="col">
              <span class="hidden">{text.audit.agreement}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {own && claimedFigure(claim) && (
            <tr class="own">
              <th scope="row">{text.audit.document}</th>
              <td class={figures ? "figure" : ""} title={claim.value === undefined ? "" : exactFigure(claim.value, claim.unit)}>
                {claimedFigure(claim)}
              </td>
              {differences && <td />}
              <td />
            </tr>
          )}
          {rows.map((row) => (
            <tr>
              <th scope="row">
                <a href={`#/data?q=${encodeURIComponent(row.source)}`}>{row.source}</a>
                <small>{row.reading}</small>
                <Parts title={text.audit.sumOf} items={row.components} />
                <Parts title={text.audit.leftOut} items={row.exclusions} />
                {row.vintage && <small>{row.vintage}</small>}
              </th>
              {row.says || row.value === undefined ? (
                <td class={figures ? "figure" : ""}>{row.says ?? periodInWords(row.period)}</td>
              ) : (
                <td class="figure" title={exactFigure(row.value, row.unit)}>
                  {shortFigure(row.value, row.unit)}
                </td>
              )}
              {differences && <td class="figure">{difference(row.difference_percent)}</td>}
              <td>
                <Agrees with={row.agrees} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The commands and the server's own tables behind the evidence. */
export function Find({ rows }: { rows: Evidence[] }) {
  const queries = [...new Map(rows.filter((row) => row.query).map((row) => [row.query as string, row.href]))];
  if (queries.length === 0) return null;
  return (
    <section>
      <h3>{text.audit.find}</h3>
      <p class="quiet small">{text.audit.findHint}</p>
      {queries.map(([query, href]) => (
        <div class="command">
          <code>{query}</code>
          {href && (
            <a class="button plain" href={`.${href}?format=csv`} download aria-label={`CSV: ${query}`}>
              CSV
            </a>
          )}
          <button class="button plain square" aria-label={`${text.audit.copyCommand}: ${query}`} onClick={() => void copy(query, text.audit.copied)}>
            <Icon name="copy" />
          </button>
        </div>
      ))}
    </section>
  );
}

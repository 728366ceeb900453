import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { text } from "../strings";

export interface Column<Row> {
  name: string;
  cell: (row: Row) => ComponentChildren;
  figure?: boolean;
  /** Heads its row. */
  head?: boolean;
}

interface Props<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  /** How many rows stand there before the reader asks for the rest. */
  first?: number;
}

/** A table that begins short. */
export function Rows<Row>({ caption, columns, rows, first = 8 }: Props<Row>) {
  const [all, setAll] = useState(false);
  const few = rows.length <= first + 2;
  return (
    <div>
      <div class="scroll" tabIndex={0} role="region" aria-label={text.pair.tableNamed(caption)}>
        <table class={columns.length > 3 ? "wide" : ""}>
          <caption class="hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" class={column.figure ? "figure" : ""}>
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(all || few ? rows : rows.slice(0, first)).map((row) => (
              <tr>
                {columns.map((column) =>
                  column.head ? <th scope="row">{column.cell(row)}</th> : <td class={column.figure ? "figure" : ""}>{column.cell(row)}</td>,
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!few && (
        <button class="button plain more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text.pair.fewer : text.pair.showRows(rows.length)}
        </button>
      )}
    </div>
  );
}

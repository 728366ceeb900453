// The text of the sheet in CodeMirror, with the audit drawn into it. It lives in a shadow root, where CodeMirror's
// styles are adopted sheets: a policy without inline styles holds for them.
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { nextDiagnostic, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { EditorState, Prec, RangeSetBuilder, StateEffect, StateField, Transaction, type Range, type Text } from "@codemirror/state";
import { Decoration, EditorView, keymap, placeholder, type DecorationSet } from "@codemirror/view";
import { markAt, pieces, type Place } from "../model/places";
import { text } from "../strings";
import { editorTheme } from "./editor_theme";
import { markElement, type Look } from "./mark";

/** One claim or gap as the editor shows it; `index` is what the page knows it by, absent for gaps. */
export interface EditorMark {
  at: Place;
  look: Look;
  index?: number;
  label: string;
  says: string;
  why: string;
}

const setMarks = StateEffect.define<EditorMark[]>();
const setSelected = StateEffect.define<number | undefined>();

interface Drawn {
  marks: EditorMark[];
  selected: number | undefined;
  decorations: DecorationSet;
  ends: DecorationSet;
}

function draw(marks: EditorMark[], selected: number | undefined, length: number): DecorationSet {
  const chosen = marks.find((mark) => mark.index !== undefined && mark.index === selected);
  const ranges: Range<Decoration>[] = [];
  const inside = marks.filter((mark) => mark.at.to <= length);
  if (inside.length > 0) {
    const first = Math.min(...inside.map((mark) => mark.at.from));
    const last = Math.max(...inside.map((mark) => mark.at.to));
    for (const piece of pieces(inside, first, last)) {
      if (!piece.mark) continue;
      const within = chosen && chosen.at.from <= piece.from && piece.to <= chosen.at.to;
      ranges.push(Decoration.mark({ class: `cm-claim ${piece.mark.look}${within ? " chosen" : ""}` }).range(piece.from, piece.to));
    }
  }
  return Decoration.set(ranges);
}

/** The verdict's mark behind each claim, hung on its last character: so no line begins with a mark or the comma behind it. */
function drawEnds(marks: EditorMark[], length: number): DecorationSet {
  const ends = marks.filter((mark) => mark.at.to <= length && mark.look !== "tracked" && mark.look !== "gap");
  return Decoration.set(ends.map((mark) => Decoration.mark({ class: `cm-ends ${mark.look}` }).range(mark.at.to - 1, mark.at.to)), true);
}

const drawn = StateField.define<Drawn>({
  create: () => ({ marks: [], selected: undefined, decorations: Decoration.none, ends: Decoration.none }),
  update(value, transaction) {
    let { marks, selected } = value;
    let changed = transaction.docChanged;
    if (changed) {
      marks = marks
        .map((mark) => ({ ...mark, at: { from: transaction.changes.mapPos(mark.at.from, 1), to: transaction.changes.mapPos(mark.at.to, -1) } }))
        .filter((mark) => mark.at.from < mark.at.to);
    }
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) [marks, changed] = [effect.value, true];
      if (effect.is(setSelected)) [selected, changed] = [effect.value, true];
    }
    return changed ? { marks, selected, decorations: draw(marks, selected, transaction.newDoc.length), ends: drawEnds(marks, transaction.newDoc.length) } : value;
  },
  provide: (field) => [
    EditorView.decorations.from(field, (value) => value.decorations),
    // The lowest decorations are the outermost elements: the marks stand outside of the underlines.
    Prec.lowest(EditorView.decorations.from(field, (value) => value.ends)),
  ],
});

/** The first line reads as a title, short lines that stand alone as headings. */
function headings(doc: Text): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let titled = false;
  for (let number = 1; number <= Math.min(doc.lines, 2000); ++number) {
    const { text: line, from } = doc.line(number);
    const words = line.trim();
    if (!words) continue;
    if (!titled) {
      titled = true;
      if (words.length <= 120) builder.add(from, from, Decoration.line({ class: "cm-title" }));
      continue;
    }
    const apart = doc.line(number - 1).text.trim() === "" && (number === doc.lines || doc.line(number + 1).text.trim() === "");
    if (/^#{1,6} /.test(words) || (apart && words.length <= 60 && !/[.;:,!?]$/.test(words))) builder.add(from, from, Decoration.line({ class: "cm-heading" }));
  }
  return builder.finish();
}

const layout = StateField.define<DecorationSet>({
  create: (state) => headings(state.doc),
  update: (value, transaction) => (transaction.docChanged ? headings(transaction.newDoc) : value),
  provide: (field) => EditorView.decorations.from(field),
});

const diagnosticSeverity: Record<Look, Diagnostic["severity"]> = {
  refuted: "error", outdated: "warning", disputed: "warning", unverifiable: "info", gap: "info", supported: "hint", tracked: "hint",
};

function tip(mark: EditorMark): HTMLElement {
  const box = document.createElement("div");
  const head = document.createElement("strong");
  head.className = mark.look;
  head.append(markElement(mark.look), ` ${mark.label}`);
  const says = document.createElement("p");
  says.textContent = mark.says;
  const why = document.createElement("p");
  why.className = "why";
  why.textContent = mark.why;
  box.append(head, says, why);
  return box;
}

export interface EditorEvents {
  edit: (text: string) => void;
  select: (index: number) => void;
  step: (by: 1 | -1) => void;
}

/** How long the pointer rests on a claim before the panel follows, in milliseconds. */
const dwell = 220;

export class SheetEditor {
  private readonly view: EditorView;
  /** A claim that was clicked stays until another is; hovering does not move it. */
  private pinned = false;
  private hover: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement, private readonly events: EditorEvents) {
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    this.view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        extensions: [
          history(),
          drawn,
          layout,
          keymap.of([
            { key: "Alt-ArrowDown", run: () => this.step(1) },
            { key: "Alt-ArrowUp", run: () => this.step(-1) },
            { key: "F8", run: nextDiagnostic },
            ...defaultKeymap,
            ...historyKeymap,
          ]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ "aria-label": text.audit.editor, spellcheck: "false", autocapitalize: "off" }),
          placeholder(text.audit.placeholder),
          editorTheme,
          EditorView.updateListener.of((update) => {
            if (update.docChanged && update.transactions.some((one) => one.annotation(Transaction.userEvent))) this.events.edit(update.state.doc.toString());
            if (update.selectionSet && update.transactions.some((one) => one.isUserEvent("select"))) this.follow(update.state.selection.main.head, update.transactions.some((one) => one.isUserEvent("select.pointer")));
          }),
          EditorView.domEventHandlers({
            mousemove: (event, view) => this.rest(view.posAtCoords({ x: event.clientX, y: event.clientY })),
            mouseleave: () => clearTimeout(this.hover),
            keydown: (event) => {
              if (event.key === "Escape") this.pinned = false;
            },
          }),
        ],
      }),
    });
  }

  get content(): string {
    return this.view.state.doc.toString();
  }

  setText(content: string): void {
    if (content === this.content) return;
    this.pinned = false;
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: content }, effects: setMarks.of([]), annotations: Transaction.addToHistory.of(true) });
    this.view.scrollDOM.scrollTop = 0;
  }

  setMarks(marks: EditorMark[], selected: number | undefined): void {
    const inside = marks.filter((mark) => mark.at.to <= this.view.state.doc.length && mark.at.from < mark.at.to);
    this.view.dispatch({ effects: [setMarks.of(inside), setSelected.of(selected)] });
    const diagnostics = inside
      .filter((mark) => mark.look !== "tracked")
      .map((mark): Diagnostic => ({ from: mark.at.from, to: mark.at.to, severity: diagnosticSeverity[mark.look], message: `${mark.label}: ${mark.why || mark.says}`, renderMessage: () => tip(mark) }));
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  /** Draws a claim as chosen; with `reveal` it is also scrolled to. */
  choose(selected: number | undefined, reveal: boolean): void {
    const state = this.view.state.field(drawn);
    if (state.selected !== selected) this.view.dispatch({ effects: setSelected.of(selected) });
    const mark = state.marks.find((one) => one.index !== undefined && one.index === selected);
    if (!mark || !reveal) return;
    this.pinned = true;
    const box = this.view.coordsAtPos(mark.at.from);
    if (box && box.top > 80 && box.bottom < window.innerHeight - 40) return;
    this.view.dispatch({ effects: EditorView.scrollIntoView(mark.at.from, { y: "center" }) });
  }

  destroy(): void {
    clearTimeout(this.hover);
    this.view.destroy();
  }

  private step(by: 1 | -1): boolean {
    this.events.step(by);
    const { marks, selected } = this.view.state.field(drawn);
    const mark = marks.find((one) => one.index !== undefined && one.index === selected);
    if (mark) this.view.dispatch({ selection: { anchor: mark.at.from }, scrollIntoView: true });
    return true;
  }

  private follow(position: number, clicked: boolean): void {
    const mark = this.markAt(position);
    if (clicked) this.pinned = mark !== undefined;
    if (mark?.index !== undefined) this.events.select(mark.index);
  }

  private rest(position: number | null): void {
    clearTimeout(this.hover);
    if (position === null || this.pinned) return;
    this.hover = setTimeout(() => {
      const mark = this.markAt(position);
      if (mark?.index !== undefined && !this.pinned) this.events.select(mark.index);
    }, dwell);
  }

  private markAt(position: number): EditorMark | undefined {
    return markAt(this.view.state.field(drawn).marks, position);
  }
}

import { parseQuery } from '../query.ts';
import { findRanges } from './text-ranges.ts';

/** The hits of a query on a page, one of which is the current one. */
export interface Hits {
  /** Marks every hit; returns how many there are. An empty input takes the marks away. */
  find(this: void, input: string): number;
  /** Makes a hit, counted from 0, the current one and brings it into view where `scrolls`. */
  show(this: void, index: number, scrolls: boolean): void;
  /** The first hit in or behind an element; 0 when there is none. */
  firstFrom(this: void, element: Element | null): number;
}

/** The names of the highlights, for `::highlight(…)` in the style sheet. */
const ALL = 'search-hit';
const CURRENT = 'search-current';

/** What the site adds to the official text isn't looked into. */
const ADDED = '[data-inferred], .visually-hidden, script';

/** The text below `root`. The document isn't touched; without the Custom Highlight API the current hit is selected. */
export function createHits(root: Element): Hits {
  let ranges: readonly Range[] = [];
  return {
    find(input) {
      const parsed = parseQuery(input, { shortest: 1 });
      ranges = parsed.kind === 'refused' ? [] : findRanges(root, parsed.query.words, ADDED);
      mark(ALL, ranges);
      mark(CURRENT, []);
      return ranges.length;
    },
    show(index, scrolls) {
      const range = ranges[index];
      if (range === undefined) return;
      mark(CURRENT, [range]);
      if (!('highlights' in CSS))
        getSelection()?.setBaseAndExtent(
          range.startContainer,
          range.startOffset,
          range.endContainer,
          range.endOffset,
        );
      if (scrolls) bringIntoView(range);
    },
    firstFrom(element) {
      if (element === null) return 0;
      const first = ranges.findIndex(
        ({ startContainer }) =>
          element.contains(startContainer) ||
          (element.compareDocumentPosition(startContainer) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
      );
      return Math.max(0, first);
    },
  };
}

function mark(name: string, marked: readonly Range[]): void {
  if (!('highlights' in CSS)) return;
  if (marked.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...marked));
}

function bringIntoView(range: Range): void {
  // A hit in a folded list is shown.
  const folded = range.startContainer.parentElement?.closest('details:not([open])');
  if (folded instanceof HTMLDetailsElement) folded.open = true;
  const { top, bottom } = range.getBoundingClientRect();
  const height = document.documentElement.clientHeight;
  if (top < height * 0.1 || bottom > height * 0.8) scrollBy({ top: top - height * 0.35 });
}

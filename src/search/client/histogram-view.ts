import type { DateCounts, SearchFilter } from '../facets.ts';
import { button, element, svgElement } from './element.ts';
import { histogramOf, pressed, type Bar, type Histogram } from './histogram.ts';

type Range = Pick<SearchFilter, 'from' | 'to'>;

export interface HistogramView {
  readonly node: HTMLElement;
  show(dates: DateCounts, filter: SearchFilter): void;
  hide(): void;
}

/** The height of the highest bar, in the units of the drawing. */
const HEIGHT = 48;

/**
 * The results by month or year as bars that are buttons: one stop of the tab key, the arrow keys go
 * from bar to bar. `choose` gets the dates to limit the results to.
 */
export function createHistogramView(choose: (range: Range) => void): HistogramView {
  const node = element('div', { class: 'search-histogram', hidden: true });
  const press = (bar: Bar, histogram: Histogram): void => {
    choose(pressed(bar, histogram));
  };
  node.addEventListener('keydown', (event) => {
    const bars = [...node.querySelectorAll<HTMLButtonElement>('.search-bar')];
    const at = bars.findIndex((bar) => bar === event.target);
    const target = at === -1 ? undefined : bars[nextOf(event.key, at, bars.length)];
    if (target === undefined) return;
    event.preventDefault();
    for (const bar of bars) bar.tabIndex = bar === target ? 0 : -1;
    target.focus();
  });
  return {
    node,
    show({ months }, filter) {
      const histogram = histogramOf(months, filter);
      const focused = document.activeElement?.getAttribute('data-from') ?? null;
      const hadFocus = node.contains(document.activeElement);
      node.hidden = histogram.bars.length < 2;
      node.replaceChildren(...views(histogram, press, choose));
      if (hadFocus)
        (
          node.querySelector<HTMLElement>(`[data-from="${focused ?? ''}"]`) ?? node.querySelector('button')
        )?.focus();
    },
    hide() {
      node.hidden = true;
    },
  };
}

/** Which bar a key leads to; -1 for other keys. */
function nextOf(key: string, at: number, count: number): number {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, at - 1);
    case 'ArrowRight':
      return Math.min(count - 1, at + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}

function views(
  histogram: Histogram,
  press: (bar: Bar, histogram: Histogram) => void,
  choose: (range: Range) => void,
): readonly HTMLElement[] {
  const { bars, year } = histogram;
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const first = Math.max(
    0,
    bars.findIndex(({ isChosen }) => isChosen),
  );
  const buttons = bars.map((bar, index) => {
    const view = barView(bar, most, index === first);
    view.addEventListener('click', () => {
      press(bar, histogram);
    });
    return view;
  });
  const title = year === null ? '按时间筛选' : `${year}年各月`;
  const group = element('div', { class: 'search-bars', role: 'group', 'aria-label': title }, ...buttons);
  if (year === null) return [group];
  const back = button('全部时间', () => {
    choose({ from: null, to: null });
  });
  return [group, element('p', { class: 'search-year' }, title, back)];
}

function barView(bar: Bar, most: number, isFirst: boolean): HTMLButtonElement {
  const height = bar.count === 0 ? 0 : Math.max(2, Math.round((bar.count / most) * HEIGHT));
  const size = `0 0 10 ${String(HEIGHT)}`;
  return element(
    'button',
    {
      type: 'button',
      class: 'search-bar',
      'aria-pressed': String(bar.isChosen),
      'data-from': bar.from,
      tabindex: isFirst ? '0' : '-1',
    },
    svgElement(
      'svg',
      { viewBox: size, preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' },
      svgElement('rect', {
        x: '1',
        y: String(HEIGHT - height),
        width: '8',
        height: String(height),
      }),
    ),
    element('span', { 'aria-hidden': 'true' }, bar.shortName),
    element('span', { class: 'visually-hidden' }, `${bar.name}，${String(bar.count)} 条`),
  );
}

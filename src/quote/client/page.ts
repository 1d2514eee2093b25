import { NO_FILTER } from '../../search/facets.ts';
import { SEARCH_FOLDER } from '../../search/manifest.ts';
import { connect } from '../../search/client/connection.ts';
import { element } from '../../search/client/element.ts';
import type { SearchRequest } from '../../search/client/service.ts';
import { CHANGES_FILE, type ChangedSentence } from '../changed-sentence.ts';
import { checkQuote, type FindPlaces, type QuoteAnswer } from '../check-quote.ts';

/** 引文核对. The site's own search finds the sentences; what is typed stays in the browser. */

/** So many places of one sentence are shown. */
const SHOWN = 3;

const VERDICTS: Readonly<Record<QuoteAnswer['kind'], string>> = {
  verbatim: '与原文相同',
  changed: '后来改过',
  unknown: '没有找到',
  short: '太短，没有核对',
};

function start(root: HTMLElement): void {
  const base = root.dataset['base'] ?? '/';
  const form = root.querySelector('form');
  const field = root.querySelector('textarea');
  const status = root.querySelector('[role="status"]');
  const list = root.querySelector('ol');
  if (form === null || field === null || status === null || list === null) return;
  const find = finder(base);
  let changes: Promise<readonly ChangedSentence[]> | null = null;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    status.textContent = '正在核对……';
    list.replaceChildren();
    changes ??= loadChanges(base);
    void changes
      .then((known) => checkQuote(field.value, known, find))
      .then((answers) => {
        status.textContent = summaryOf(answers);
        list.replaceChildren(...answers.map((answer) => entryOf(answer, base)));
      })
      .catch(() => {
        changes = null;
        status.textContent = '取不到数据，没能核对；检查网络再试一次';
      });
  });
}

function finder(base: string): FindPlaces {
  const service = connect(new URL(base + SEARCH_FOLDER, location.href).href);
  const ask = async (input: string, part: SearchRequest['part']) => {
    const answer = await service.search({
      input,
      filter: NO_FILTER,
      sort: 'newest',
      part,
      from: 0,
      atLeast: SHOWN,
      withValues: false,
    });
    if (answer.kind === 'refused') return { places: [], total: 0, others: 0 };
    const places = answer.groups.flatMap(({ title, results }) =>
      results.map(({ path }) => ({ path, title })),
    );
    return { places, total: answer.total, others: answer.others };
  };
  return async (text) => {
    const items = await ask(text, 'items');
    const others = items.others === 0 ? [] : (await ask(text, 'others')).places;
    return { places: [...items.places, ...others].slice(0, SHOWN), total: items.total + items.others };
  };
}

async function loadChanges(base: string): Promise<readonly ChangedSentence[]> {
  const response = await fetch(base + CHANGES_FILE);
  if (!response.ok) throw new Error(`${CHANGES_FILE}: ${String(response.status)}`);
  const changes: readonly ChangedSentence[] = await response.json();
  return changes;
}

function summaryOf(answers: readonly QuoteAnswer[]): string {
  if (answers.length === 0) return '没有可以核对的句子';
  const parts = (['verbatim', 'changed', 'unknown', 'short'] as const)
    .map((kind) => ({ kind, count: answers.filter((answer) => answer.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${String(count)}句${VERDICTS[kind]}`);
  return `共${String(answers.length)}句：${parts.join('，')}`;
}

function entryOf(answer: QuoteAnswer, base: string): HTMLElement {
  return element(
    'li',
    { class: `quote-${answer.kind}` },
    element('p', { class: 'quote-text' }, answer.sentence),
    element('p', {}, element('strong', {}, VERDICTS[answer.kind]), ...detailsOf(answer, base)),
    ...(answer.kind === 'changed' ? [changeOf(answer.change)] : []),
  );
}

function detailsOf(answer: QuoteAnswer, base: string): readonly (Node | string)[] {
  if (answer.kind === 'verbatim') {
    const places = answer.places.map(({ path, title }) => link(base + path, title));
    return [
      `，共${String(answer.total)}处：`,
      ...places.flatMap((each, at) => (at === 0 ? [each] : ['、', each])),
    ];
  }
  if (answer.kind === 'changed') {
    const { path, versionPath, title, changed, kind } = answer.change;
    return [
      `：${changed} ${kind}，见`,
      link(base + path, title),
      '，',
      link(base + versionPath, '当时的版本'),
    ];
  }
  return answer.kind === 'unknown'
    ? ['：本站现在和从前公开的文本里都没有这句话；可能是转述，也可能有错字']
    : [];
}

function link(href: string, text: string): HTMLAnchorElement {
  return element('a', { href }, text);
}

function changeOf({ pieces }: ChangedSentence): HTMLElement {
  const NAMES = { same: 'span', removed: 'del', added: 'ins' } as const;
  return element(
    'p',
    { class: 'quote-change' },
    ...pieces.map(({ kind, text }) => element(NAMES[kind], {}, text)),
  );
}

const root = document.querySelector<HTMLElement>('#quote');
if (root !== null) start(root);

import type { Fact, Minutes } from '../minutes/model.ts';
import type { Site } from '../site.ts';
import { dateWithWeekday, longDate } from './format.ts';
import { factAnchor } from './marks.ts';

/** One field of the catalogue table; a field without value shows “—” (R2.1). */
export interface CatalogueRow {
  readonly label: string;
  readonly value: string;
  /** The place in the text that the value was read from; null when it wasn't read from the text. */
  readonly ground: string | null;
  /** Where the value is from: the text or the site's settings, the system, or staff. */
  readonly kind: 'given' | 'system' | 'staff';
}

const ABSENT = '—';

/** The twelve fields of R2.1, in their order. */
export function catalogueOf(minutes: Minutes, site: Site): readonly CatalogueRow[] {
  const { head } = minutes;
  const { theme, genre, scope, period, validity } = site.catalogue;
  return [
    given('索引号', null),
    given('主题分类', theme),
    given('体裁分类', genre),
    read('发布机构', 'issuer', head.issuer, head.issuer?.value ?? site.source),
    read('发文字号', 'number', head.number, head.number?.value ?? null),
    read('成文日期', 'issued', head.issued, head.issued === null ? null : longDate(head.issued.value).text),
    given('发布日期', head.published),
    given('公开方式', head.disclosure),
    given('公开范围', scope),
    given('公开时限', period),
    given('有效性', validity),
    { ...given('内容概述', abstractOf(minutes)), kind: 'system' },
  ];
}

/** What is known of the meeting itself; only what the text says. */
export function meetingFacts({ head }: Minutes): readonly CatalogueRow[] {
  return [
    read('会议', 'session', head.session, head.session?.value ?? null),
    read(
      '时间',
      'held',
      head.held,
      head.held === null ? null : dateWithWeekday(head.held.value).text + (head.heldPart?.value ?? ''),
    ),
    read('主持', 'chair', head.chair, head.chair === null ? null : chairOf(head.chair.value)),
    read(
      '整理',
      'compiled',
      head.compiled,
      head.compiled === null ? null : longDate(head.compiled.value).text,
    ),
  ].filter(({ value }) => value !== ABSENT);
}

/**
 * One sentence on what the minutes hold (内容概述, at most 100 characters, R2.1): counts only, so that
 * it can't say more than the text does.
 */
export function abstractOf({ head, items }: Minutes): string | null {
  if (items.length === 0) return null;
  const held = head.held === null ? '' : longDate(head.held.value).text;
  const name = head.session?.value ?? '会议';
  const actions = countsOf(items.flatMap(({ action }) => action?.value ?? []));
  const outcomes = countsOf(items.flatMap(({ decisions }) => decisions[0]?.outcome ?? []));
  const parts = [actions, outcomes].filter((part) => part !== '').join('；');
  return `${held}${name}共有${String(items.length)}项议题${parts === '' ? '' : `：${parts}`}。`;
}

function countsOf(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => `${value}${String(count)}项`).join('，');
}

function chairOf({ name, title }: { readonly name: string; readonly title: string | null }): string {
  return title === null ? name : `${name}（${title}）`;
}

function given(label: string, value: string | null): CatalogueRow {
  return { label, value: value ?? ABSENT, ground: null, kind: 'given' };
}

function read(label: string, name: string, fact: Fact<unknown> | null, value: string | null): CatalogueRow {
  const ground = fact?.origin.kind === 'text' ? `#${factAnchor(name)}` : null;
  return { label, value: value ?? ABSENT, ground, kind: fact?.origin.kind === 'staff' ? 'staff' : 'given' };
}

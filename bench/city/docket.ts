import type { IsoDate } from '../../src/minutes/model.ts';
import type { Recurrence } from './agenda.ts';
import { FIELDS } from './fields.ts';
import { annualPlan, annualReport, singleMatter, type Matter } from './matter.ts';
import type { Random } from './random.ts';
import type { Scene } from './scene.ts';
import type { Layout } from './truth.ts';

/** How many items meetings have, and how often. */
const ITEMS: readonly (readonly [number, number])[] = [
  [5, 2],
  [6, 4],
  [7, 7],
  [8, 11],
  [9, 15],
  [10, 18],
  [11, 17],
  [12, 13],
  [13, 8],
  [14, 5],
];

/** What comes before a meeting, in order: what is passed on first, then recurring and single matters mixed. */
export function chooseMatters(
  random: Random,
  { held, recurrences }: { readonly held: IsoDate; readonly recurrences: readonly Recurrence[] },
  layout: Layout,
): readonly Matter[] {
  const count = random.weigh(ITEMS);
  const used = new Set<string>();
  const names = new Map<string, string>();
  const recent: string[] = [];
  const headed = layout.style === 'heading' || layout.style === 'own-line';
  const sceneOf = (field: Scene['field']): Scene => ({
    random,
    date: held,
    field,
    headed,
    used,
    names,
    recent,
  });
  const recurring = random
    .sample(recurrences, Math.ceil(count * 0.7))
    .map((recurrence) =>
      (recurrence.phase === 'plan' ? annualPlan : annualReport)(sceneOf(recurrence.field), recurrence),
    );
  const fields = random.sample(FIELDS, count - recurring.length);
  const matters = [...recurring, ...fields.map((field) => singleMatter(sceneOf(field)))];
  const shuffled = random.sample(matters, matters.length);
  return [
    ...shuffled.filter(({ kind }) => kind === 'convey'),
    ...shuffled.filter(({ kind }) => kind !== 'convey'),
  ];
}

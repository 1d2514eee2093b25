import type { DecisionEntry, IssueState } from '../corpus/decisions.ts';
import type { Corpus } from '../corpus/model.ts';
import type { Outcome } from '../minutes/model.ts';

/**
 * The ways to narrow the register of a year: by outcome, by what is known of the document, by bureau. Each
 * value that occurs has a page of its own, so that all of it works without a script; a script combines them.
 */
export interface DecisionFilter {
  readonly kind: FilterKind;
  /** Part of an address, for ever. */
  readonly id: string;
  readonly name: string;
}

export type FilterKind = 'outcome' | 'state' | 'bureau';

/** The filters in the order of the page. */
export const FILTER_KINDS: readonly {
  readonly kind: FilterKind;
  readonly name: string;
  readonly field: string;
}[] = [
  { kind: 'outcome', name: '按结果', field: '结果' },
  { kind: 'state', name: '按正式文件', field: '正式文件' },
  { kind: 'bureau', name: '按机构（牵头或印发名义）', field: '机构' },
];

/** The part of an address that an outcome has. */
export const OUTCOME_IDS: Readonly<Record<Outcome, string>> = {
  原则同意: 'agreed-in-principle',
  原则通过: 'adopted-in-principle',
  同意: 'agreed',
  通过: 'adopted',
  不同意: 'refused',
  暂缓: 'deferred',
  议定: 'resolved',
  责成: 'charged',
};

/** What is known of the document of a decision, in the words of the page. */
export const ISSUE_STATES: readonly {
  readonly id: IssueState['kind'];
  readonly name: string;
  readonly explanation: string;
}[] = [
  {
    id: 'issued',
    name: '已印发',
    explanation: '工作人员登记了正式文件的文号或标题、印发日期，上了网的附链接。',
  },
  {
    id: 'pending',
    name: '待印发',
    explanation: '工作人员写明，到核实的那一天正式文件还没有印发；那一天以后的情况以新的登记为准。',
  },
  {
    id: 'unrecorded',
    name: '未收录',
    explanation:
      '纪要写明以谁的名义印发，本站没有收录到正式文件。可能已经印发，也可能没有上网或不公开；不表示没有印发，更不表示没有落实。',
  },
  { id: 'none', name: '未提到印发', explanation: '纪要的议定原句没有说要以谁的名义印发文件。' },
];

/** The name of a state. */
export function stateName(kind: IssueState['kind']): string {
  return ISSUE_STATES.find(({ id }) => id === kind)?.name ?? kind;
}

/** The ids of a filter under which an entry is listed. */
export function filterIdsOf(
  { decision, state, bureaus }: DecisionEntry,
  kind: FilterKind,
): readonly string[] {
  switch (kind) {
    case 'outcome':
      return [OUTCOME_IDS[decision.outcome]];
    case 'state':
      return [state.kind];
    case 'bureau':
      return bureaus;
    default:
      return kind satisfies never;
  }
}

/** All values of a filter, in the order of outcomes, states and the registry. */
export function namesOf(
  kind: FilterKind,
  corpus: Corpus,
): readonly { readonly id: string; readonly name: string }[] {
  if (kind === 'outcome') return Object.entries(OUTCOME_IDS).map(([name, id]) => ({ id, name }));
  if (kind === 'state') return ISSUE_STATES;
  return corpus.registry.bureaus.map(({ id, short }) => ({ id, name: short }));
}

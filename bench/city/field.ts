import { words } from './characters.ts';

/** One field of government work and the words its minutes are written with. */
export interface Field {
  /** As topics of a meeting name it: 安全生产. */
  readonly name: string;
  /** Ids of the bureaus that report; the first most often. */
  readonly leads: readonly string[];
  /** Ids of the bureaus that help. */
  readonly partners: readonly string[];
  /** Ids of the bodies, or composite names, in whose name papers are issued. */
  readonly issuers: readonly string[];
  /** Matters that come back every year: 生活垃圾分类; `@2021` is the first year of one, `#yjj` the bureau that brings it. */
  readonly annual: readonly string[];
  /** Titles of campaigns, with quotes of their own. */
  readonly campaigns: readonly string[];
  /** What is governed (自建房) and what is done about it (隐患排查). */
  readonly things: readonly string[];
  readonly works: readonly string[];
  /** Verb and object, whole: 打通消防生命通道. */
  readonly acts: readonly string[];
  /** What 确保 and 推动 may stand before. */
  readonly aims: readonly string[];
  /** Why it matters, a whole sentence without full stop. */
  readonly facts: readonly string[];
  /** What stands in “ ”. */
  readonly slogans: readonly string[];
  /** Verb, number and object; `{30-90}` is a number between the two. */
  readonly measures: readonly string[];
  /** Meetings and papers of higher levels that are passed on. */
  readonly conveyed: readonly string[];
  /** What is asked for: building projects, money, land. */
  readonly projects: readonly string[];
}

/** The field as it is written down: lists of words between white space. */
export type FieldText = { readonly [Key in keyof Field]: string };

/** Splits the lists of a field. */
export function readField(text: FieldText): Field {
  return {
    name: text.name,
    leads: words(text.leads),
    partners: words(text.partners),
    issuers: words(text.issuers),
    annual: words(text.annual),
    campaigns: words(text.campaigns),
    things: words(text.things),
    works: words(text.works),
    acts: words(text.acts),
    aims: words(text.aims),
    facts: words(text.facts),
    slogans: words(text.slogans),
    measures: words(text.measures),
    conveyed: words(text.conveyed),
    projects: words(text.projects),
  };
}

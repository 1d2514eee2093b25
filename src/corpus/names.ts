import type { Bureau } from './model.ts';
import type { YamlPath } from './yaml.ts';

/** The place whose bureaus a registry lists, as `place` in `content/bureaus.yaml` states it. */
export interface RegistryPlace {
  /** `$P`: full name of the place itself, 太仓市. */
  readonly P: string;
  /** `$U`: full name of the place above it, 苏州市. */
  readonly U: string;
  /** Places whose bureaus are easily taken for ours. */
  readonly elsewhere: readonly string[];
}

/** One written form of a bureau's name. */
export interface BureauName {
  readonly text: string;
  /** Leaves out 市: counts only in lists and behind a shared prefix. */
  readonly bare: boolean;
  /** Which value of the bureau's entry it comes from. */
  readonly source: YamlPath;
}

/** 市 of 太仓市: what the short names of the place's bureaus begin with. */
export function levelOf(place: RegistryPlace): string {
  return place.P.slice(-1);
}

/** 太仓 of 太仓市. */
export function stemOf(name: string): string {
  return name.slice(0, -1);
}

/**
 * Every form under which a bureau may be named: full, short, aliases, former names and bare forms,
 * each with 太仓市 and 市 exchanged (市应急局, 太仓市应急局), and a town's office without the place
 * (城厢镇人民政府). Each form once, in the order of the entry.
 */
export function namesOf(bureau: Bureau, place: RegistryPlace): readonly BureauName[] {
  const written: BureauName[] = [
    ...(bureau.full === null ? [] : [{ text: bureau.full, bare: false, source: ['full'] }]),
    { text: bureau.short, bare: false, source: ['short'] },
    ...bureau.aliases.map((text, at) => ({ text, bare: false, source: ['aliases', at] })),
    ...bureau.former.flatMap(({ full, short }, at) => [
      { text: full, bare: false, source: ['former', at, 'full'] },
      ...(short === null ? [] : [{ text: short, bare: false, source: ['former', at, 'short'] }]),
    ]),
    ...bureau.bare.map((text, at) => ({ text, bare: true, source: ['bare', at] })),
  ];
  const forms = new Map<string, BureauName>();
  for (const name of written) {
    for (const text of [name.text, ...exchanged(name, bureau, place)]) {
      if (!forms.has(text)) forms.set(text, { ...name, text });
    }
  }
  return [...forms.values()];
}

function exchanged(name: BureauName, bureau: Bureau, place: RegistryPlace): readonly string[] {
  if (name.bare) return [];
  const { text } = name;
  const level = levelOf(place);
  if (!text.startsWith(place.P)) return text.startsWith(level) ? [place.P + text.slice(1)] : [];
  const rest = text.slice(place.P.length);
  return rest.startsWith(bureau.short) ? [rest] : [level + rest];
}

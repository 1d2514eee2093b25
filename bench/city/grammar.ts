import { monthOf, printNumeral, yearOf } from './calendar.ts';
import { actor, actors, bodyName, townName } from './body.ts';
import { mark } from './mark.ts';
import { inventPerson } from './person.ts';
import { PHRASES } from './phrases.ts';
import {
  inventFacility,
  inventFirm,
  inventNeighbourhood,
  inventRiver,
  inventRoad,
  inventVillage,
} from './place.ts';
import { pickFresh, type Scene } from './scene.ts';

type Slot = (scene: Scene) => string;

/** What stands for each `{slot}` of a sentence; slots that PHRASES has by name are drawn from there. */
const SLOTS: Readonly<Record<string, Slot>> = {
  thing: (scene) => pickFresh(scene, scene.field.things),
  work: (scene) => pickFresh(scene, scene.field.works),
  act: writeAct,
  doing: writeDoing,
  aim: (scene) => pickFresh(scene, scene.field.aims),
  ensured: (scene) => `${pickFresh(scene, PHRASES.ensure)}${pickFresh(scene, scene.field.aims)}`,
  fact: (scene) => pickFresh(scene, scene.field.facts),
  slogan: (scene) => pickFresh(scene, scene.field.slogans),
  measure: (scene) => fill(scene, pickFresh(scene, scene.field.measures)),
  field: ({ field }) => field.name,
  duty: actor,
  duties: actors,
  dutyfinance: (scene) => mark('duty', bodyName(scene, 'czj')),
  dutyoffice: (scene) => mark('duty', bodyName(scene, 'zfb')),
  dutytown: (scene) => mark('duty', townName(scene)),
  town: townName,
  road: ({ random }) => inventRoad(random),
  village: ({ random }) => inventVillage(random),
  neighbourhood: ({ random }) => inventNeighbourhood(random),
  river: ({ random }) => inventRiver(random),
  facility: ({ random }) => inventFacility(random),
  firm: ({ random }) => inventFirm(random),
  person: ({ random }) => inventPerson(random),
  deadline: writeDeadline,
  year: ({ date }) => String(yearOf(date)),
  plan: ({ date }) => planOf(yearOf(date)),
};

/** PHRASES by any name. */
const LISTS: Readonly<Record<string, readonly string[]>> = PHRASES;

const SLOT = /\{([a-z]+|[\d.]+-[\d.]+)\}/gu;

/** A sentence with its slots filled, in text order, so that what is drawn first stands first. */
export function fill(scene: Scene, sentence: string): string {
  return sentence.replaceAll(SLOT, (_, slot: string) => {
    if (/^\d/u.test(slot)) return numberBetween(scene, slot);
    const write = SLOTS[slot];
    if (write !== undefined) return write(scene);
    const list = LISTS[slot];
    if (list === undefined) throw new Error(`No slot ${slot}`);
    return fill(scene, pickFresh(scene, list));
  });
}

/** `{1.2-9.8}` → 4.7, `{300-900}` → 640: as many decimals as the bounds have, big numbers seldom round. */
function numberBetween({ random }: Scene, range: string): string {
  const [low = '0', high = '0'] = range.split('-');
  const decimals = low.includes('.') || high.includes('.') ? random.whole(1, 2) : 0;
  const value = Number(low) + random.unit() * (Number(high) - Number(low));
  return value.toFixed(decimals);
}

/** What is to be done: an idiom of the field, a general one, or a combination of its nouns. */
function writeAct(scene: Scene): string {
  const form = scene.random.weigh([
    ['field', 36],
    ['{care}', 20],
    ['general', 16],
    ['{build}{work}{system}', 12],
    ['{push}{work}', 8],
    ['{raise}{work}{level}', 8],
  ]);
  if (form === 'field') return pickFresh(scene, scene.field.acts);
  return form === 'general' ? pickFresh(scene, PHRASES.act) : fill(scene, form);
}

/** The same with an adverb before it, unless it has one of its own. */
function writeDoing(scene: Scene): string {
  const act = writeAct(scene);
  return HAS_ADVERB.test(act) || act.includes('，') ? act : pickFresh(scene, PHRASES.adverb) + act;
}

const HAS_ADVERB =
  /^(?:切实|坚决|坚持|坚定|严|主动|广泛|抓|及时|充分|进一步|持续|深入|全面|扎实|着力|加快|稳妥|稳步|有序|统筹|科学|精准|认真|不断|大力|积极|始终|高质量|常态化|防止|让|把|将|对|从|做|既|千方百计|全力|依法|果断|提前|因地制宜|按|以|分|紧盯|多|早)/u;

function writeDeadline({ random, date }: Scene): string {
  const month = monthOf(date);
  const later = [month + 1, month + 2, month + 3]
    .filter((each) => each <= 12)
    .map((each) => `${String(each)}月底前`);
  const quarter = Math.ceil(month / 3);
  return random.pick([
    ...later,
    '年底前',
    '年内',
    ...(quarter < 4 ? [`${printNumeral(quarter + 1)}季度末`] : ['明年一季度末']),
    `${String(random.whole(15, 90))}天内`,
    '规定时限内',
  ]);
}

/** The five-year plan of a year, as texts name it. */
export function planOf(year: number): string {
  if (year <= 2020) return '“十三五”';
  return year <= 2025 ? '“十四五”' : '“十五五”';
}

import { DECISIONS } from './content.ts';
import type { Statement } from './life.ts';
import { isStanding, laterThan, newWord, type Document, type Item, type Town } from './town.ts';

/** What the staff of the town do: each act changes what the folder is to say, and says why. */

export interface Scene {
  readonly town: Town;
  /** The minute of the commit. */
  readonly minute: string;
  /** Gives a number below another. */
  readonly draw: (below: number) => number;
}

/** An act on minutes of a kind. */
export interface DocumentAct {
  readonly can: (document: Document, minute: string) => boolean;
  readonly act: (document: Document, scene: Scene) => Statement;
}

export type TownAct = (scene: Scene) => Statement;

const SUBJECTS = ['公园管理', '河道保洁', '门前三包', '公共停车', '房屋租赁'] as const;
const BUREAUS = ['市水利局', '市应急局', '市水务办', '市政府办'] as const;

const say = (subject: string, reason: string | null = null, kind: Statement['kind'] = null): Statement => ({
  subject,
  reason,
  kind,
});

function newItem({ town, draw }: Scene): Item {
  return {
    subject: SUBJECTS[draw(SUBJECTS.length)] ?? '',
    bureau: BUREAUS[draw(BUREAUS.length)] ?? '',
    decision: draw(DECISIONS.length),
    word: newWord(town),
    added: [],
    withheld: draw(5) === 0 ? [newWord(town)] : [],
    issued: null,
  };
}

function write(scene: Scene, place: Document['place'], published: string, republished = false): void {
  const { town, minute, draw } = scene;
  town.serial++;
  const year = published.slice(0, 4);
  town.documents.push({
    serial: town.serial,
    year,
    id: `${year}/${place === 'drafts' ? 'd' : ''}${String(town.serial).padStart(3, '0')}`,
    formerIds: [],
    place,
    published,
    republished,
    archived: null,
    reviewed: minute,
    items: Array.from({ length: 1 + draw(3) }, () => newItem(scene)),
    lost: [],
    left: null,
    isPublic: false,
    versions: [],
    told: [],
    gone: null,
  });
}

export const TOWN_ACTS = {
  publish: (scene) => {
    write(scene, 'minutes', scene.minute);
    return say('发布');
  },
  backfill: (scene) => {
    write(scene, 'minutes', `${String(2024 + scene.draw(2))}-04-02 09:00`, true);
    return say('补录');
  },
  schedule: (scene) => {
    write(scene, 'minutes', laterThan(scene.minute, 30 + scene.draw(5 * 24 * 60)));
    return say('定时发布');
  },
  draft: (scene) => {
    write(scene, 'drafts', scene.minute);
    return say('起草');
  },
  changeRegistry: ({ town }) => {
    town.hasAlias = !town.hasAlias;
    return say('登记机构');
  },
  changeTopic: ({ town }) => {
    town.topicWord = town.topicWord === '安排' ? '水利局' : '安排';
    return say('换主题的词');
  },
} as const satisfies Readonly<Record<string, TownAct>>;

const isWaiting = ({ place, published }: Document, minute: string): boolean =>
  place === 'minutes' && published > minute;
const isGone = ({ gone }: Document): boolean => gone !== null;

/** Gives one of the items another word; says which change this is. */
function reword({ items }: Document, { town, draw }: Scene): string {
  const item = items[draw(items.length)];
  if (item !== undefined) item.word = newWord(town);
  return `第${String(town.words.length)}处`;
}

function bringBack(document: Document): void {
  document.place = 'minutes';
  document.gone = null;
}

export const DOCUMENT_ACTS = {
  promote: {
    can: ({ place }) => place === 'drafts',
    act: (document, { minute }) => {
      document.place = 'minutes';
      document.id = document.id.replace('/d', '/');
      document.published = minute;
      return say('定稿');
    },
  },
  correct: {
    can: isStanding,
    act: (document, scene) => say('更正', `${reword(document, scene)}与原件不符`),
  },
  redecide: {
    can: isStanding,
    act: ({ items }, { town, draw }) => {
      const item = items[draw(items.length)];
      if (item !== undefined) item.decision = (item.decision + 1) % DECISIONS.length;
      return say('更正', `第${String(town.words.length)}处以后的结果有误`, '更正');
    },
  },
  supplement: {
    can: isStanding,
    act: ({ items }, { town, draw }) => {
      items[draw(items.length)]?.added.push(newWord(town));
      return say('补充', `第${String(town.words.length)}处漏录`, '补充');
    },
  },
  takeBack: {
    can: isStanding,
    act: (document, scene) => say('撤回一句', `${reword(document, scene)}不应公开`, '撤回'),
  },
  withhold: {
    can: (document, minute) =>
      isStanding(document, minute) && document.items.some(({ added }) => added.length > 0),
    act: ({ items }, { town }) => {
      const item = items.find(({ added }) => added.length > 0);
      item?.withheld.push(item.added.pop() ?? '');
      return say('删减', `第${String(town.words.length)}处以前的一句涉及个人`, '撤回');
    },
  },
  dropItem: {
    can: (document, minute) => isStanding(document, minute) && document.items.length > 1,
    act: ({ items, lost }, { town }) => {
      const anchor = `item-${String(items.length)}`;
      items.pop();
      lost.push(anchor, `${anchor}-1`, `${anchor}-2`);
      return say('更正', `第${String(town.words.length)}处以后的一项是误录的`);
    },
  },
  issue: {
    can: (document, minute) =>
      isStanding(document, minute) && document.items.some(({ issued }) => issued === null),
    act: ({ items }, { town, minute }) => {
      town.serial++;
      const item = items.find(({ issued }) => issued === null);
      const number = `云政办发〔${minute.slice(0, 4)}〕${String(town.serial)}号`;
      if (item !== undefined) item.issued = { number, date: minute.slice(0, 10) };
      return say('登记印发的文件');
    },
  },
  rename: {
    can: isStanding,
    act: (document, { town }) => {
      town.serial++;
      document.formerIds.push(document.id);
      document.id = `${document.year}/r${String(town.serial)}`;
      return say('改名', '编号统一');
    },
  },
  renameBack: {
    can: (document, minute) => isStanding(document, minute) && document.formerIds.length > 0,
    act: (document) => {
      const [first = ''] = document.formerIds.splice(0, 1, document.id);
      document.id = first;
      return say('改回原名', '编号改回');
    },
  },
  withdraw: {
    can: isStanding,
    act: (document, { town, minute, draw }) => {
      const reason = `第${String(town.words.length)}处以后的一份经复核不应公开`;
      document.place = 'nowhere';
      const others = town.documents.filter((each) => isStanding(each, minute));
      const successor = draw(2) === 0 ? (others[draw(others.length)] ?? null) : null;
      document.gone = { date: minute.slice(0, 10), reason, successor };
      return say('撤回', reason, '撤回');
    },
  },
  restore: {
    can: isGone,
    act: (document) => {
      bringBack(document);
      return say('恢复', '已经核实');
    },
  },
  restoreChanged: {
    can: isGone,
    act: (document, scene) => {
      bringBack(document);
      return say('改正后恢复', `${reword(document, scene)}已经改正`);
    },
  },
  archive: {
    can: isStanding,
    act: (document, { minute }) => {
      document.archived = document.archived === null ? minute.slice(0, 10) : null;
      return say('归档');
    },
  },
  editWaiting: {
    can: isWaiting,
    act: (document, scene) => say('改定时发布的内容', `${reword(document, scene)}还没有公开`),
  },
  postpone: {
    can: isWaiting,
    act: (document, { draw }) => {
      document.published = laterThan(document.published, 1 + draw(24 * 60));
      return say('改定时发布的时间');
    },
  },
  cancel: {
    can: isWaiting,
    act: (document) => {
      document.place = 'nowhere';
      return say('取消定时发布');
    },
  },
} as const satisfies Readonly<Record<string, DocumentAct>>;

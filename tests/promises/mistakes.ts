import { sourceOf } from './content.ts';
import type { Scene } from './acts.ts';
import { isStanding, laterThan, newWord, type Document } from './town.ts';

/** What may happen to staff: the folder they commit, and the code of the finding that has to refuse it. */

type Files = ReadonlyMap<string, string>;

interface Mistake {
  readonly code: RegExp;
  /** The folder with the mistake in a document that stands; null where it can't be made. */
  readonly make: (files: Files, document: Document, scene: Scene) => Files | null;
}

const edited = (files: Files, { id }: Document, edit: (text: string) => string): Files =>
  new Map([...files].map(([path, text]) => [path, path === `minutes/${id}.md` ? edit(text) : text]));

const reviewed = (files: Files, document: Document, edit: (text: string) => string): Files =>
  new Map(
    [...files].map(([path, text]) => [path, path === `reviews/${document.id}.yaml` ? edit(text) : text]),
  );

const without = (files: Files, ...paths: readonly string[]): Files =>
  new Map([...files].filter(([path]) => !paths.includes(path)));

export const MISTAKES = {
  'deletes minutes without a tombstone': {
    code: /ledger\/address-gone/u,
    make: (files, { id }) => without(files, `minutes/${id}.md`, `reviews/${id}.yaml`),
  },
  'takes minutes out of publication without a tombstone': {
    code: /disclosure\/not-public|ledger\/address-gone/u,
    make: (files, document) =>
      edited(files, document, (text) => text.replace('disclosure: 主动公开', 'disclosure: 依申请公开')),
  },
  'sets the time of publication into the future': {
    code: /ledger\/address-gone/u,
    make: (files, document, { minute }) =>
      edited(files, document, (text) =>
        text.replace(/^published: .*$/mu, `published: ${laterThan(minute, 3000)}`),
      ),
  },
  'renames minutes without a redirect': {
    code: /ledger\/address-gone/u,
    make: (files, document) =>
      new Map(
        [...files].map(([path, text]) => [path.replace(`/${document.id}.`, `/${document.id}x.`), text]),
      ),
  },
  'puts minutes at an address that moved': {
    code: /redirects\/invalid/u,
    make: (files, document) => {
      const [former] = document.formerIds;
      if (former === undefined) return null;
      return new Map([...files, [`minutes/${former}.md`, sourceOf(document)]]);
    },
  },
  'corrects without a word': {
    code: /history\/unexplained|review\/changed-text/u,
    make: (files, document) => edited(files, document, (text) => text.replaceAll('年度安排', '年度计划')),
  },
  'leaves a withheld passage open': {
    code: /withheld\//u,
    make: (files, document, { town }) =>
      edited(files, document, (text) =>
        text.replace(
          '（此件公开发布）',
          `:::withhold{reason="涉及隐私"}\n${newWord(town)}\n\n（此件公开发布）`,
        ),
      ),
  },
  'writes a telephone number of a person': {
    code: /leak\/mobile/u,
    make: (files, document, { town }) =>
      edited(files, document, (text) =>
        text.replace('会议强调，', `${newWord(town)}联系电话 13987654321。会议强调，`),
      ),
  },
  'says nothing of disclosure': {
    code: /front-matter\/missing-disclosure/u,
    make: (files, document) => edited(files, document, (text) => text.replace('disclosure: 主动公开\n', '')),
  },
  'breaks the front matter': {
    code: /front-matter\/syntax/u,
    make: (files, document) => edited(files, document, (text) => text.replace('published:', 'published: [')),
  },
  'goes without review': {
    code: /review\/missing/u,
    make: (files, { id }) => without(files, `reviews/${id}.yaml`),
  },
  'reviews another text': {
    code: /review\/changed-text/u,
    make: (files, document) =>
      reviewed(files, document, (text) => text.replace(/'[0-9a-f]{8}/u, "'00000000")),
  },
  'repeats in the open what is withheld': {
    code: /withheld\/repeated/u,
    make: (files, document) => {
      const [word] = document.items.flatMap(({ withheld }) => withheld);
      if (word === undefined) return null;
      return edited(files, document, (text) =>
        text.replace('（此件公开发布）', `${word}名单上的住户另行书面通知本人。\n\n（此件公开发布）`),
      );
    },
  },
  'spoils the tombstones': {
    code: /tombstones\/invalid/u,
    make: (files, { id }) =>
      new Map([...files, ['tombstones.yaml', `- { id: ${id}, kind: 撤回, date: 2026-13-01, reason: 甲 }\n`]]),
  },
} as const satisfies Readonly<Record<string, Mistake>>;

/** The documents in which a mistake is made. */
export function inReach({ town, minute }: Scene): readonly Document[] {
  return town.documents.filter((document) => isStanding(document, minute) && document.versions.length > 0);
}

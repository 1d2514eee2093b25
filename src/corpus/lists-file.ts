import { z } from 'zod';

const WORD = z.string().regex(/^\S[^\n]*\S$/u, { error: '写至少两个字，前后不留空格' });
const EXCEPT = z.array(WORD).default([]);
const DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, { error: '写日期，两边加引号，如 "2022-01-16"' });

const REPLACEMENT = z.strictObject({ wrong: WORD, right: WORD, except: EXCEPT });

const PHRASE = z.union(
  [
    WORD.transform((text) => ({ text, ends: false, except: [] as string[] })),
    z.strictObject({ text: WORD, ends: z.boolean().default(false), except: EXCEPT }),
  ],
  { error: '写表述本身，或写成 { text: 表述, except: [不算误写的词] }' },
);

const LEADER = z.strictObject({
  name: WORD,
  title: WORD.optional(),
  from: DAY.optional(),
  until: DAY.optional(),
});

/** What each file of `content/lists/` may hold, by its name. An absent part is empty. */
export const LIST_FILES = {
  'phrases.yaml': z.strictObject({
    phrases: z.array(PHRASE).default([]),
    miswritten: z.array(REPLACEMENT).default([]),
  }),
  'words.yaml': z.strictObject({
    mistaken: z.array(REPLACEMENT).default([]),
    habits: z.array(REPLACEMENT).default([]),
  }),
  'local.yaml': z.strictObject({
    terms: z.array(WORD).default([]),
    spaced: z.array(WORD).default([]),
    doubled: z.array(WORD).default([]),
  }),
  'forbidden.yaml': z.strictObject({
    forbidden: z
      .array(z.strictObject({ text: WORD, use: WORD.optional(), note: WORD.optional(), except: EXCEPT }))
      .default([]),
  }),
  'leaders.yaml': z.strictObject({ leaders: z.array(LEADER).default([]) }),
} as const;

export type ListFileName = keyof typeof LIST_FILES;

/** Whether a file of `content/lists/` has a name that is read. */
export function isListFileName(name: string): name is ListFileName {
  return Object.hasOwn(LIST_FILES, name);
}

import { z } from 'zod';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import { readYaml } from './yaml.ts';

/** What staff state about which documents follow one another. Titles without 《》. */
export interface ThreadStatements {
  readonly together: readonly { readonly name: string; readonly titles: readonly string[] }[];
  /** Titles that follow no other, however alike they are. */
  readonly alone: readonly string[];
}

export const NO_THREADS: ThreadStatements = { together: [], alone: [] };

const TITLE = z
  .string({ error: '写标题' })
  .trim()
  .min(1, { error: '写标题' })
  .regex(/^(?!《.*》$)/u, { error: '外面不用书名号' });

// A file of comments alone states nothing.
const SCHEMA = z.preprocess(
  (value) => value ?? {},
  z.strictObject({
    together: z.preprocess(
      (value) => value ?? [],
      z.array(
        z.strictObject({
          name: z
            .string({ error: '写这些文件说的是什么事' })
            .trim()
            .min(1, { error: '写这些文件说的是什么事' }),
          titles: z.array(TITLE).min(2, { error: '至少写两个标题' }),
        }),
      ),
    ),
    alone: z.preprocess((value) => value ?? [], z.array(TITLE)),
  }),
);

/**
 * Reads `content/threads.yaml`. Every fault is a `threads/invalid` at its line: a value of a wrong form, a
 * name or a title given twice. Never throws.
 */
export function parseThreads(
  yaml: string,
  path: string,
): { readonly threads: ThreadStatements; readonly diagnostics: readonly Diagnostic[] } {
  const file = readYaml(yaml, path, 'threads/invalid', SCHEMA);
  if (file.value === null) return { threads: NO_THREADS, diagnostics: file.diagnostics };
  const { together, alone } = file.value;
  const names = together.map(({ name }, at) => ({ text: name, at: ['together', at, 'name'] }));
  const titles = [
    ...together.flatMap((each, at) =>
      each.titles.map((text, index) => ({ text, at: ['together', at, 'titles', index] })),
    ),
    ...alone.map((text, at) => ({ text, at: ['alone', at] })),
  ];
  const twice = [names, titles].flatMap((list) =>
    list.filter(({ text }, at) => list.findIndex((other) => other.text === text) < at),
  );
  return {
    threads: { together, alone },
    diagnostics: twice.map(({ text, at }) => ({
      code: 'threads/invalid',
      message: `“${text}”写了两次`,
      hint: '一个标题只写在一处，一个名称只用一次；删去其中一处',
      path,
      place: file.place(at),
    })),
  };
}

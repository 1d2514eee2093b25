import { z } from 'zod';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import { normalise } from '../search/normalise.ts';
import { readYaml, type YamlPath } from './yaml.ts';

export type TopicId = string;

/** A named set of search words: an item that holds one of them is about the topic. */
export interface Topic {
  readonly id: TopicId;
  readonly name: string;
  /** One sentence for readers; null where staff wrote none. */
  readonly about: string | null;
  /** As written, none empty, at least two characters each as search sees them. */
  readonly words: readonly string[];
}

/** The shortest word that search looks up. */
const SHORTEST = 2;

const ID = z
  .string({ error: '写小写字母、数字和短横，如 gas-safety' })
  .regex(/^[a-z][a-z0-9-]*$/u, { error: '用小写字母开头，只写小写字母、数字和短横，如 gas-safety' });
const WORD = z
  .string({ error: '写要查找的词，两个字以上' })
  .refine((word) => normalise(word).length >= SHORTEST, {
    error: '写两个字以上的词，标点、空格不算',
  });

// A file of comments alone is an empty list.
const SCHEMA = z.preprocess(
  (value) => value ?? [],
  z.array(
    z.strictObject({
      id: ID,
      name: z.string({ error: '写主题的名称' }).trim().min(1, { error: '写主题的名称' }),
      about: z.string({ error: '写一句说明，或删去这一行' }).trim().min(1).optional(),
      words: z.array(WORD, { error: '写成 [词, 词]' }).min(1, { error: '至少写一个词' }),
    }),
    { error: '每条写成“- id: 编号”，下面缩进写 name、words' },
  ),
);

/**
 * Reads `content/topics.yaml`. Every fault is a `topics/invalid` at its line: wrong form, an id or a name
 * given twice, a word that search takes for another of the same topic. No topics then. Never throws.
 */
export function parseTopics(
  yaml: string,
  path: string,
): { readonly topics: readonly Topic[]; readonly diagnostics: readonly Diagnostic[] } {
  const file = readYaml(yaml, path, 'topics/invalid', SCHEMA);
  const topics = (file.value ?? []).map(({ about, ...topic }) => ({ ...topic, about: about ?? null }));
  const fault = (at: YamlPath, message: string, hint: string): Diagnostic => ({
    code: 'topics/invalid',
    message,
    hint,
    path,
    place: file.place(at),
  });
  const twice = (field: 'id' | 'name'): readonly Diagnostic[] =>
    topics.flatMap((topic, at) =>
      topics.findIndex((other) => other[field] === topic[field]) < at
        ? [
            fault(
              [at, field],
              `“${topic[field]}”写了两次`,
              field === 'id' ? '换一个编号' : '合成一条，或换一个名称',
            ),
          ]
        : [],
    );
  const sameWords = topics.flatMap(({ words }, at) => {
    const forms = words.map(normalise);
    return words.flatMap((word, order) =>
      forms.indexOf(forms[order] ?? '') < order
        ? [fault([at, 'words', order], `“${word}”和前面的词检索起来相同`, '删去一个')]
        : [],
    );
  });
  const diagnostics = [...file.diagnostics, ...twice('id'), ...twice('name'), ...sameWords];
  return { topics: diagnostics.length > 0 ? [] : topics, diagnostics };
}

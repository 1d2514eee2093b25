import { TO_FILL } from '../checks/to-fill.ts';
import { UserError } from '../files/user-error.ts';
import { askDocument, type Answers } from './questions.ts';
import type { Ask } from './review-doubts.ts';
import { idOfNew, writeSkeleton } from './skeleton.ts';

export interface NewRun {
  /** What the command line answers already. */
  readonly given: Answers;
  readonly contentDir: string;
  /** Whether to begin in `drafts/`, which only a preview shows. */
  readonly draft: boolean;
  /** The day in Beijing, `YYYY-MM-DD`. */
  readonly today: string;
}

export interface NewEffects {
  readonly ask: Ask;
  /** Writes a file that isn't there, with its folders; false when there is one, which stays as it is. */
  readonly create: (path: string, text: string) => Promise<boolean>;
}

/**
 * Begins new minutes and returns the lines that tell the clerk what to do next. Rejects with a `UserError`
 * when an answer is missing or the file exists: none is ever overwritten.
 */
export async function beginDocument(run: NewRun, { ask, create }: NewEffects): Promise<readonly string[]> {
  const document = await askDocument(run.given, ask, run.today);
  const id = idOfNew(document);
  // Two questions in a row see to it that one of the two is there.
  if (id === null) throw new Error('minutes with neither number nor session');
  const file = `${run.contentDir}/${run.draft ? 'drafts' : 'minutes'}/${id}.md`;
  if (!(await create(file, writeSkeleton(document))))
    throw new UserError(`“${file}”已经存在，没有改动`, '核对年份和编号；要接着写的，直接打开这个文件');
  return [
    `已写 ${file}，网址将是 /minutes/${id}/`,
    `接着：1. 把各处“${TO_FILL}”换成正文  2. 文件头写上公开属性和发布时间  3. 检查：`,
    `npm run check -- ${file}`,
  ];
}

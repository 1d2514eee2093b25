import { access, mkdir, readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { parseReview, reviewSkeleton } from '../corpus/review-record.ts';
import { shownPath } from '../files/content-reader.ts';
import { readSomeContent } from '../files/content.ts';
import { UserError } from '../files/user-error.ts';
import { writeWhole } from '../files/write-whole.ts';
import { reviewedDigest } from '../minutes/reviewed-text.ts';

export interface ReviewRun {
  readonly file: string;
  readonly contentDir: string;
  /** Whether to print the record in place of writing it. */
  readonly print: boolean;
}

/**
 * The record of a review that is to be made of one set of minutes, with the hash of what is reviewed:
 * printed, or written to `reviews/<year>/<id>.yaml`. One that is there is never changed; then the
 * lines say whether it is of this text. Rejects with a `UserError` for a file outside `minutes/`.
 */
export async function prepareReview({ file, contentDir, print }: ReviewRun): Promise<string> {
  const id = idOf(file, contentDir);
  const { minutes, diagnostics } = await readSomeContent(contentDir, [file]);
  const source = minutes[0]?.source;
  if (source === undefined)
    throw new UserError(diagnostics[0]?.message ?? `“${file}”读不出来`, diagnostics[0]?.hint ?? '');
  const digest = reviewedDigest(source);
  if (print) return reviewSkeleton(digest).trimEnd();
  const target = join(contentDir, 'reviews', `${id}.yaml`);
  const path = shownPath(target);
  if (await exists(target)) {
    const { record } = parseReview(await readFile(target, 'utf8'), path);
    if (record?.sha256 === digest) return `${path} 已有，审查的就是现在这一稿`;
    return `${path} 已有，审查的不是现在这一稿。重新审查后把其中的 sha256 改为\n${digest}`;
  }
  await mkdir(dirname(target), { recursive: true });
  await writeWhole(target, reviewSkeleton(digest));
  return `已写 ${path}，三审和保密审查后填好`;
}

function idOf(file: string, contentDir: string): string {
  const path = relative(join(contentDir, 'minutes'), file).split(sep).join('/');
  const id = /^(\d{4}\/[a-z0-9-]+)\.md$/u.exec(path)?.[1];
  if (id === undefined || isAbsolute(path))
    throw new UserError(
      `“${shownPath(file)}”不在 minutes 文件夹里`,
      '审查记录属于 minutes/年份/名称.md，草稿先移过去',
    );
  return id;
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

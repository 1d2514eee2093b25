import { GitError, runGit } from '../files/git.ts';
import { UserError } from '../files/user-error.ts';
import { basePath } from '../urls.ts';
import { digestOfAll } from './digest.ts';
import { digestOfContent } from './inputs.ts';

/** What a share of a site was made of; shares fit together when it is the same for all of them. */
export interface Origin {
  /** The commit of the content, with a mark where its history is cut off; null outside of git. */
  readonly commit: string | null;
  /** Of the code, the packages, Node, and the addresses. */
  readonly generator: string;
  /** Of every byte of the content folder and of the list of paper documents. */
  readonly content: string;
}

/** The origin of what would be made here and now. Rejects with a `UserError` where the content can't be told. */
export async function originOf(contentDir: string, code: string): Promise<Origin> {
  const content = digestOfContent(contentDir);
  if (content === null)
    throw new UserError(
      `分不了片：“${contentDir}”里有链接或者读不了的文件`,
      '换成普通文件，或者不用 --shard 建站',
    );
  const generator = digestOfAll([code, basePath(), process.env['SITE_URL'] ?? '']);
  return { commit: await commitOf(contentDir), generator, content };
}

async function commitOf(contentDir: string): Promise<string | null> {
  try {
    const told = await runGit(contentDir, ['rev-parse', '--is-shallow-repository', 'HEAD']);
    const [isShallow, commit = ''] = told.toString('utf8').split('\n');
    return isShallow === 'true' ? `${commit}（浅克隆）` : commit;
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

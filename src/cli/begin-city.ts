import { join } from 'node:path';
import { EMPTY_LEDGER_FILE } from '../corpus/ledger.ts';
import { UserError } from '../files/user-error.ts';
import { askCity, type CityAnswers } from './new-city.ts';
import type { Ask } from './review-doubts.ts';
import { starterBureaus } from './starter-bureaus.ts';
import { starterSite } from './starter-site.ts';

export interface InitRun {
  /** What the command line answers already. */
  readonly given: CityAnswers;
  readonly contentDir: string;
}

export interface InitEffects {
  readonly ask: Ask;
  /** The names in a folder; empty when there is none. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** The files that are the same everywhere, by their path below the content folder. */
  readonly readStarter: () => Promise<ReadonlyMap<string, string>>;
  /** Writes a file that isn't there, with its folders; false when there is one, which stays as it is. */
  readonly create: (path: string, text: string) => Promise<boolean>;
}

/**
 * Writes the content folder of a new city and returns the lines that tell what to do next. Rejects with a
 * `UserError` when the folder holds anything, before it asks: nothing is ever overwritten.
 */
export async function beginCity(
  { given, contentDir }: InitRun,
  { ask, list, readStarter, create }: InitEffects,
): Promise<readonly string[]> {
  if ((await list(contentDir)).length > 0)
    throw new UserError(
      `“${contentDir}”里已经有文件，没有改动`,
      '自带的演示内容不要了的，先删去这个文件夹；要写到别处的，用环境变量 CONTENT_DIR',
    );
  const city = await askCity(given, ask);
  const files = new Map([
    ...(await readStarter()),
    ['site.yaml', starterSite(city)],
    ['bureaus.yaml', starterBureaus(city)],
    ['ledger.json', EMPTY_LEDGER_FILE],
  ]);
  for (const [path, text] of files)
    if (!(await create(join(contentDir, path), text)))
      throw new UserError(`“${join(contentDir, path)}”已经存在，没有改动`, '换一个文件夹，或先清空它');
  return [
    `已写 ${contentDir}：站点配置、机构名录、词表、节假日等 ${String(files.size)} 个文件`,
    '接着：',
    `1. 核对机构名录 ${join(contentDir, 'bureaus.yaml')}，没有的删去，漏了的补上`,
    '2. 放入第一份纪要：npm run import -- 文件.docx，或者 npm run new',
    '3. 检查：npm run check',
    '4. 建站，在浏览器里看：npm start',
    `现在是演示站点；要正式发布，照 ${join(contentDir, 'site.yaml')} 里写的填好再改 mode`,
  ];
}

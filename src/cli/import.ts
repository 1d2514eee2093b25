import { access, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface, type Interface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { UserError } from '../files/user-error.ts';
import { writeWhole } from '../files/write-whole.ts';
import { EMPTY_LEXICON, type BureauLexicon } from '../minutes/lexicon.ts';
import { readLexicon } from './read-facts.ts';
import { convertWithLibreOffice } from './convert-office.ts';
import { importFiles } from './import-files.ts';
import { STEPS } from '../importers/repair/steps.ts';
import { restOf, spanOf } from '../progress/bar.ts';
import type { ImportEffects, ImportRun } from './import-files.ts';

const USAGE = `用法：npm run import -- 文件… [选项]
把 txt、md、html、docx、pdf（装有 LibreOffice 时还有 doc、wps、ofd）文件变成纪要草稿，并报告改动的每一处空白和每一处疑问

  --out 文件夹         写到哪里，默认 content/minutes
  --dry-run            只看结果，不写文件
  --force              覆盖已有的文件
  --published 时间     发布时间，如 --published "2022-07-09 17:00"
  --id 编号            文件编号，如 --id 2022/013（只能用于一个文件）
  --without 步骤       不做某一步修复，可重复：
                       ${STEPS.map(({ name, label }) => `${name}（${label}）`).join('、')}
  --review             写入前逐处核对疑问：接受修复或按原样保留
  --help               显示本说明`;

const STARTED = performance.now();
/** What is over sooner needs no estimate. */
const LEAST = 2000;

function timeLeft(done: number, total: number): string {
  const elapsed = performance.now() - STARTED;
  const rest = process.stdout.isTTY && elapsed >= LEAST ? restOf({ done, total, elapsed }) : null;
  return rest === null ? '' : `还需 ${spanOf(rest)}`;
}

const nodeEffects: Omit<ImportEffects, 'ask'> = {
  read: (path) => readFile(path),
  exists: (path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  write: async (path, text) => {
    await mkdir(dirname(path), { recursive: true });
    await writeWhole(path, text);
  },
  log: (line) => console.log(line),
  timeLeft,
  convert: convertWithLibreOffice,
};

/** Reads the command line; a string is what is wrong with it, null asks for the usage. */
function readArguments(args: readonly string[]): Omit<ImportRun, 'lexicon'> | string | null {
  const parsed = parse(args);
  if (typeof parsed === 'string') return parsed;
  const { values, positionals } = parsed;
  if (values.help) return null;
  if (positionals.length === 0) return '没有写要导入的文件';
  if (values.id !== undefined && positionals.length > 1) return '--id 只能用于一个文件';
  if (values.id !== undefined && !/^\d{4}\/[a-z0-9-]+$/.test(values.id)) {
    return `“${values.id}”不是文件编号，应如 2022/013`;
  }
  if (values.published !== undefined && !/^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(values.published)) {
    return `“${values.published}”不是发布时间，应如 "2022-07-09 17:00"`;
  }
  const without = values.without ?? [];
  const unknown = without.find((name) => !STEPS.some((step) => step.name === name));
  if (unknown !== undefined) return `没有“${unknown}”这一步`;
  return {
    files: positionals,
    out: (values.out ?? `${process.env['CONTENT_DIR'] ?? 'content'}/minutes`).replace(/\/+$/, ''),
    dryRun: values['dry-run'] ?? false,
    force: values.force ?? false,
    review: values.review ?? false,
    without: STEPS.map(({ name }) => name).filter((name) => without.includes(name)),
    ...(values.id === undefined ? {} : { id: values.id }),
    ...(values.published === undefined ? {} : { published: values.published }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        'dry-run': { type: 'boolean' },
        force: { type: 'boolean' },
        published: { type: 'string' },
        id: { type: 'string' },
        without: { type: 'string', multiple: true },
        review: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    const option = /'(-[^' ]+)/.exec(error instanceof Error ? error.message : '')?.[1];
    return option ? `选项“${option}”用法不对` : '选项用法不对';
  }
}

/** Asks at the terminal; when input ends, nobody answers any more. */
function askAt(terminal: Interface | null): ImportEffects['ask'] {
  if (terminal === null) return () => Promise.resolve(null);
  const ended = new Promise<null>((resolve) => {
    terminal.once('close', () => {
      resolve(null);
    });
  });
  return (question) => Promise.race([terminal.question(question), ended]);
}

/** The names of the content folder's registry; none where it has no registry or a faulty one. */
async function maybeLexicon(): Promise<BureauLexicon> {
  try {
    return await readLexicon(process.env);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return EMPTY_LEXICON;
  }
}

const run = readArguments(process.argv.slice(2));
if (run === null) {
  console.log(USAGE);
} else if (typeof run === 'string') {
  console.error(`${run}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  const terminal = run.review ? createInterface({ input: process.stdin, output: process.stdout }) : null;
  const effects = { ...nodeEffects, ask: askAt(terminal) };
  process.exitCode = await importFiles({ ...run, lexicon: await maybeLexicon() }, effects);
  terminal?.close();
}

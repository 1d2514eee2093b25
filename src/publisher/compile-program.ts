import { writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown, type Plugin } from 'rolldown';
import { GENERATOR_ROOT } from './generator.ts';

/** Packages that find files beside themselves, or are seldom asked for: they are loaded from where they lie. */
const STAY: ReadonlySet<string> = new Set(['astro', 'mammoth', 'opencc-js', 'pagefind', 'unpdf']);

const SOURCES = join(GENERATOR_ROOT, 'src') + sep;

/**
 * Puts the sources of `npm run build` and the packages they use together into a few files below `folder`, which
 * may lie anywhere: whatever looks for something beside itself still looks beside its source. Names stay as they
 * are. `name` is that of the file which is loaded first.
 */
export async function compileProgram(folder: string, name: string): Promise<void> {
  const compiling = await rolldown({
    cwd: GENERATOR_ROOT,
    input: { [name]: join(SOURCES, 'cli', 'run-build.ts') },
    platform: 'node',
    // Not among what the version of the code counts.
    tsconfig: false,
    // As Node itself chooses among what a package offers.
    resolve: { conditionNames: ['node', 'import', 'module-sync', 'default'], mainFields: ['main'] },
    plugins: [PACKAGES, PLACES],
    onLog: (_, { code, message }) => {
      // Left as it is, it would fail only when it is run.
      if (code === 'UNRESOLVED_IMPORT') throw new Error(message);
    },
  });
  try {
    const { output } = await compiling.generate({
      entryFileNames: '[name].mjs',
      chunkFileNames: '[name]-[hash].mjs',
      comments: false,
    });
    // Not by the compiler: what the machine refuses is told as of any other file.
    for (const file of output)
      writeFileSync(join(folder, file.fileName), file.type === 'chunk' ? file.code : file.source);
  } finally {
    await compiling.close();
  }
}

/** Imports the packages that stay by their place: a bare name would be looked for beside the cache. */
const PACKAGES: Plugin = {
  name: 'packages',
  async resolveId(name, importer) {
    if (!STAY.has(name.split('/')[0] ?? '')) return null;
    const found = await this.resolve(name, importer, { skipSelf: true });
    if (found === null) throw new Error(`No package ${name}`);
    return { id: pathToFileURL(found.id).href, external: true };
  },
};

const THREAD = /new URL\('(?<path>[^']+-worker\.ts)', import\.meta\.url\)/gu;
const PLACE = /\bimport\.meta\.(?<kind>url|dirname)\b/gu;
/** How a module asks for its place. */
const ASKED = /\bimport\.meta\b(?!\.ROLLUP_)|\b__(?:dir|file)name\b/u;

/** Tells every source the place it has among the sources, and threads their own files of the program. */
const PLACES: Plugin = {
  name: 'places',
  transform(code, id) {
    // What the compiler adds of its own asks only for modules of Node.
    if (!ASKED.test(code) || id.startsWith('\0')) return null;
    const told = code
      .replaceAll(THREAD, (_, path: string) => {
        const file = this.emitFile({ type: 'chunk', id: join(dirname(id), path) });
        return `new URL(import.meta.ROLLUP_FILE_URL_${file})`;
      })
      .replaceAll(PLACE, (_, kind: string) =>
        JSON.stringify(kind === 'url' ? pathToFileURL(id).href : dirname(id)),
      );
    // Of a package nobody knows what it looks for there: it has to stay.
    if (!id.startsWith(SOURCES) || ASKED.test(told)) throw new Error(`${id} asks for its place`);
    return told;
  },
};

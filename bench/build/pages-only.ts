/**
 * Builds of a content folder what peers build too, the pages of meetings, of years with their months, and of those of
 * bureaus, as `npm run build` does: checked, and looked through for what must not go out.
 */
import { beijingMinute } from '../../src/minutes/beijing-minute.ts';
import { buildSite } from '../../src/cli/build-site.ts';

const PAGES =
  /^(?:index\.html|minutes\/\d{4}(?:-\d\d)?\/(?:[^/]+\/)?index\.html|bureaus\/[^/]+\/\d{4}(?:-\d\d)?\/index\.html)$/u;

const { CONTENT_DIR = '', OUT_DIR = '', CACHE_DIR = '' } = process.env;
const report = await buildSite({
  contentDir: CONTENT_DIR,
  outDir: OUT_DIR,
  cacheDir: CACHE_DIR,
  now: beijingMinute(new Date()),
  preview: false,
  clean: true,
  portion: { share: null, has: (path) => PAGES.test(path), hasGeneration: () => false },
});
if (!report.written) throw new Error(report.findings);
console.log(JSON.stringify(report));

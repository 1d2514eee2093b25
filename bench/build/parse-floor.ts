/** `node bench/build/parse-floor.ts FOLDER`: reads and parses every Markdown file, and makes nothing of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const [, , folder = ''] = process.argv;
const parser = unified().use(remarkParse);
for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
  if (path.endsWith('.md')) parser.parse(readFileSync(join(folder, path), 'utf8'));

import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkCollection } from '../checks/collection.ts';
import { fixSource } from '../checks/fixes/fix.ts';
import { beijingMinute } from '../minutes/beijing-minute.ts';
import { parseLists } from '../corpus/lists.ts';
import { decodeMessages, encodeMessage } from '../editor/messages.ts';
import { createServer } from '../editor/server.ts';
import type { EditorEffects } from '../editor/server.ts';
import { readSomeContent } from '../files/content.ts';
import { contentDirOf } from '../files/content-folder.ts';

/** `npm run lsp`: findings in the editor. Speaks the language server protocol on standard input and output. */
const contentDir = contentDirOf(process.env);
const MINUTES = /^\d{4}\/[a-z0-9-]+\.md$/u;

/** The path of minutes below the content folder, and their id; null for other files. */
function minutesAt(uri: string): { readonly path: string; readonly id: string } | null {
  if (!uri.startsWith('file:')) return null;
  const file = fileURLToPath(uri);
  const below = relative(resolve(contentDir, 'minutes'), file).split(sep).join('/');
  if (!MINUTES.test(below)) return null;
  return { path: relative('', file).split(sep).join('/'), id: below.slice(0, -'.md'.length) };
}

const effects: EditorEffects = {
  async check(uri, text) {
    const minutes = minutesAt(uri);
    if (minutes === null) return null;
    // Settings are read anew each time: somebody may be editing a list beside the minutes.
    const settings = await readSomeContent(contentDir, []);
    const files = { ...settings, minutes: [{ ...minutes, source: text }], diagnostics: [] };
    const { diagnostics } = checkCollection(files, beijingMinute(new Date()));
    return diagnostics.filter(({ path }) => path === minutes.path);
  },
  async fix(uri, text) {
    const minutes = minutesAt(uri);
    if (minutes === null) return text;
    const { lists } = parseLists((await readSomeContent(contentDir, [])).lists);
    return fixSource(text, minutes.path, lists).source;
  },
  send: (message) => void process.stdout.write(encodeMessage(message)),
};

const server = createServer(effects);
let rest: Uint8Array = new Uint8Array();
for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
  const decoded = decodeMessages(Buffer.concat([rest, chunk]));
  rest = decoded.rest;
  for (const message of decoded.messages) {
    try {
      await server.receive(message);
    } catch (error) {
      // A fault of ours must not take the findings of all files away.
      const text = error instanceof Error ? error.message : String(error);
      effects.send({ method: 'window/logMessage', params: { type: 1, message: `纪要检查出错：${text}` } });
    }
  }
  if (server.isDone()) break;
}
process.exitCode = server.isDone() ? 0 : 1;

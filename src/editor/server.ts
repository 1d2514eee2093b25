import type { Diagnostic } from '../minutes/diagnostics.ts';
import { actionsFor, isRecord } from './actions.ts';
import { findingsForEditor } from './findings.ts';
import type { Message } from './messages.ts';

/** What the server may do to the world. */
export interface EditorEffects {
  /** Findings about the text of an open file; null for files that are no minutes. */
  check(uri: string, text: string): Promise<readonly Diagnostic[] | null>;
  /** The text with what is mechanical mended. */
  fix(uri: string, text: string): Promise<string>;
  send(message: object): void;
}

/** Takes the messages of one editor. `isDone` is true after `exit`. */
export interface EditorServer {
  receive(message: Message): Promise<void>;
  readonly isDone: () => boolean;
}

const METHOD_NOT_FOUND = -32_601;

/**
 * A language server for minutes: it shows, while somebody types, the findings that `npm run check`
 * gives, and offers what could mend them. It keeps the open texts and nothing else.
 * https://microsoft.github.io/language-server-protocol/
 */
export function createServer(effects: EditorEffects): EditorServer {
  const texts = new Map<string, string>();
  let done = false;

  const publish = async (uri: string): Promise<void> => {
    const text = texts.get(uri);
    if (text === undefined) return;
    const found = await effects.check(uri, text);
    // Typing goes on while a text is checked: findings about an old text would stand at wrong places.
    if (found === null || texts.get(uri) !== text) return;
    const params = { uri, diagnostics: findingsForEditor(found) };
    effects.send({ method: 'textDocument/publishDiagnostics', params });
  };
  const keep = async (uri: string | null, text: unknown): Promise<void> => {
    if (uri === null || typeof text !== 'string') return;
    texts.set(uri, text);
    await publish(uri);
  };
  const actions = async (uri: string | null, context: unknown): Promise<readonly object[]> => {
    const text = uri === null ? undefined : texts.get(uri);
    if (uri === null || text === undefined) return [];
    const shown = isRecord(context) && Array.isArray(context['diagnostics']) ? context['diagnostics'] : [];
    return actionsFor(uri, text, shown, await effects.fix(uri, text));
  };

  return {
    isDone: () => done,
    async receive({ id, method, params }) {
      const given = isRecord(params) ? params : {};
      const document = isRecord(given['textDocument']) ? given['textDocument'] : {};
      const uri = typeof document['uri'] === 'string' ? document['uri'] : null;
      const reply = (result: unknown): void => {
        if (id !== undefined) effects.send({ id, result });
      };
      switch (method) {
        case 'initialize':
          return reply({ capabilities: CAPABILITIES, serverInfo: { name: 'jiyao' } });
        case 'shutdown':
          return reply(null);
        case 'exit':
          done = true;
          return undefined;
        case 'textDocument/didOpen':
          return keep(uri, document['text']);
        case 'textDocument/didChange': {
          const changes: readonly unknown[] = Array.isArray(given['contentChanges'])
            ? given['contentChanges']
            : [];
          const last = changes.at(-1);
          return keep(uri, isRecord(last) ? last['text'] : null);
        }
        case 'textDocument/didSave':
          return uri === null ? undefined : publish(uri);
        case 'textDocument/didClose':
          if (uri === null) return undefined;
          texts.delete(uri);
          return effects.send({
            method: 'textDocument/publishDiagnostics',
            params: { uri, diagnostics: [] },
          });
        case 'textDocument/codeAction':
          return reply(await actions(uri, given['context']));
        case undefined:
        default:
          if (id !== undefined && id !== null && method !== undefined)
            effects.send({ id, error: { code: METHOD_NOT_FOUND, message: method } });
          return undefined;
      }
    },
  };
}

/** Whole texts on each change: minutes are small. */
const CAPABILITIES = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: 1, save: true },
  codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll'] },
};

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingsForEditor } from '../../src/editor/findings.ts';
import { decodeMessages, encodeMessage } from '../../src/editor/messages.ts';
import { createServer } from '../../src/editor/server.ts';
import type { Diagnostic } from '../../src/minutes/diagnostics.ts';

const URI = 'file:///content/minutes/2024/001.md';

/** A finding at each 错 of a text. */
function findingsIn(text: string): readonly Diagnostic[] {
  return text.split('\n').flatMap((line, at) =>
    line.includes('错')
      ? [
          {
            code: 'words/mistaken' as const,
            message: '“错”疑似“对”之误',
            hint: '改成“对”',
            path: 'a.md',
            place: { kind: 'source' as const, line: at + 1, column: line.indexOf('错') + 1, length: 1 },
            replacement: '对',
          },
        ]
      : [],
  );
}

function serve() {
  const sent: object[] = [];
  const server = createServer({
    check: async (uri, text) => (uri === URI ? findingsIn(text) : null),
    fix: async (_, text) => text.replaceAll(' ', ''),
    send: (message) => void sent.push(message),
  });
  return { server, sent };
}

function opened(text: string, uri = URI) {
  return { method: 'textDocument/didOpen', params: { textDocument: { uri, text } } };
}

describe('the language server', () => {
  test('says what it can do, and answers the end', async () => {
    const { server, sent } = serve();
    await server.receive({ id: 1, method: 'initialize', params: {} });
    await server.receive({ id: 2, method: 'shutdown' });
    expect(sent).toMatchObject([
      { id: 1, result: { capabilities: { textDocumentSync: { change: 1 } } } },
      { id: 2, result: null },
    ]);
    expect(server.isDone()).toBe(false);
    await server.receive({ method: 'exit' });
    expect(server.isDone()).toBe(true);
  });

  test('shows findings when a file is opened, anew when it changes, none when it is closed', async () => {
    const { server, sent } = serve();
    await server.receive(opened('甲\n乙错丙'));
    await server.receive({
      method: 'textDocument/didChange',
      params: { textDocument: { uri: URI }, contentChanges: [{ text: '甲' }] },
    });
    await server.receive({ method: 'textDocument/didClose', params: { textDocument: { uri: URI } } });
    expect(sent).toMatchObject([
      {
        method: 'textDocument/publishDiagnostics',
        params: {
          uri: URI,
          diagnostics: [
            {
              range: { start: { line: 1, character: 1 }, end: { line: 1, character: 2 } },
              severity: 2,
              code: 'words/mistaken',
              message: '易错词：“错”疑似“对”之误\n改法：改成“对”\n说明：docs/checks/words-mistaken.md',
            },
          ],
        },
      },
      { params: { diagnostics: [] } },
      { params: { diagnostics: [] } },
    ]);
  });

  test('offers the replacement of a finding and to mend the file', async () => {
    const { server, sent } = serve();
    await server.receive(opened('甲 错\n'));
    const diagnostics = findingsForEditor(findingsIn('甲 错\n'));
    await server.receive({
      id: 7,
      method: 'textDocument/codeAction',
      params: { textDocument: { uri: URI }, context: { diagnostics } },
    });
    expect(sent[1]).toMatchObject({
      id: 7,
      result: [
        {
          kind: 'quickfix',
          title: '改成“对”（请对照原件）',
          edit: { changes: { [URI]: [{ newText: '对' }] } },
        },
        {
          kind: 'source.fixAll',
          edit: {
            changes: {
              [URI]: [
                {
                  newText: '甲错\n',
                  range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
                },
              ],
            },
          },
        },
      ],
    });
  });

  test('has nothing to say of other files', async () => {
    const { server, sent } = serve();
    await server.receive(opened('错', 'file:///README.md'));
    expect(sent).toEqual([]);
  });

  test('refuses what it doesn’t know and passes over what is malformed', async () => {
    const { server, sent } = serve();
    await server.receive({ id: 3, method: 'textDocument/hover', params: {} });
    expect(sent).toEqual([{ id: 3, error: { code: -32_601, message: 'textDocument/hover' } }]);
    await server.receive({ method: 'textDocument/didOpen', params: null });
    await server.receive({ method: 'textDocument/didChange', params: { textDocument: 3 } });
    await server.receive({ method: '$/setTrace', params: [] });
    await server.receive({});
    expect(sent).toHaveLength(1);
  });
});

describe('the stream of messages', () => {
  test('gives back what was put in, wherever it is cut', () => {
    const message = fc.record({ method: fc.string(), params: fc.jsonValue() });
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 5 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 40 })),
        (sent, sizes) => {
          const bytes = Buffer.concat(sent.map(encodeMessage));
          let rest: Uint8Array = new Uint8Array();
          const received: object[] = [];
          for (let at = 0; at < bytes.length;) {
            const size = sizes.next().value;
            const decoded = decodeMessages(Buffer.concat([rest, bytes.subarray(at, at + size)]));
            received.push(...decoded.messages);
            rest = decoded.rest;
            at += size;
          }
          expect(received).toEqual(
            sent.map((each) => JSON.parse(JSON.stringify({ jsonrpc: '2.0', ...each }))),
          );
          expect(rest.length).toBe(0);
        },
      ),
    );
  });

  test('passes over what is no message', () => {
    const bytes = new TextEncoder().encode(
      'Content-Length: 3\r\n\r\nabcX: 1\r\n\r\nContent-Length: 2\r\n\r\n{}',
    );
    expect(decodeMessages(bytes)).toMatchObject({ messages: [{}] });
  });
});

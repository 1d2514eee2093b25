import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { decodeMessages, encodeMessage } from '../../src/editor/messages.ts';

test('the language server finds what the check finds, over its standard streams', async () => {
  const uri = pathToFileURL('content/minutes/2099/001.md').href;
  const text = `---\ndisclosure: 主动公开\npublished: 2024-03-20 09:00\n---\n\n会议强调，要用好秸杆。\n`;
  const server = spawn(process.execPath, ['src/cli/lsp.ts'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const output: Buffer[] = [];
  server.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  for (const message of [
    { id: 1, method: 'initialize', params: {} },
    { method: 'textDocument/didOpen', params: { textDocument: { uri, text } } },
    { id: 2, method: 'shutdown' },
    { method: 'exit' },
  ])
    server.stdin.write(encodeMessage(message));
  const code = await new Promise((resolve) => server.on('close', resolve));
  expect(code).toBe(0);
  const { messages } = decodeMessages(Buffer.concat(output));
  expect(JSON.stringify(messages)).toContain('“秸杆”疑似“秸秆”之误');
  expect(messages.find(({ method }) => method === 'textDocument/publishDiagnostics')?.params).toMatchObject({
    uri,
  });
});

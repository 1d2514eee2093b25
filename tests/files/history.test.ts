import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { historiesOf } from '../../src/corpus/histories.ts';
import type { DocumentHistory } from '../../src/corpus/history.ts';
import { parseCorrections } from '../../src/corpus/corrections-file.ts';
import type { Redirect } from '../../src/corpus/redirects.ts';
import { readContent } from '../../src/files/content.ts';
import { AUTHOR, minutesText, newRepository, type Repository } from './repository.ts';

const FILE = 'minutes/2024/003.md';
const PUBLISHED = { minute: '2024-03-20 10:00', text: minutesText('会议原则同意该《办法》。') };

let repository: Repository;
beforeEach(() => {
  repository = newRepository();
});
afterEach(() => {
  repository.remove();
});

async function recorded() {
  const { archive } = await readContent(repository.content);
  if (archive === null) throw new Error('No archive');
  return archive.history;
}

async function histories(
  redirects: readonly Redirect[] = [],
  corrections = '',
): Promise<ReadonlyMap<string, DocumentHistory>> {
  const all = historiesOf(await recorded(), redirects, parseCorrections(corrections, '').corrections);
  if (all === null) throw new Error('No history');
  return all;
}

/** The events of a document as lines. */
function eventsOf(history: DocumentHistory | undefined): readonly string[] {
  return (history?.events ?? []).map((event) => {
    const what = event.what === 'text' ? `v${String(event.version)} ${event.kind}` : event.what;
    return `${event.time} ${event.id} ${what}: ${event.reason ?? '—'}`;
  });
}

/** The earlier versions as lines: number, time, and the decision or what is in its place. */
function versionsOf(history: DocumentHistory | undefined): readonly string[] {
  return (history?.earlier ?? []).map(({ number, from, until, text }) => {
    const decision = text === null ? '（撤回）' : (/汇报。(.*)\n/u.exec(text.text)?.[1] ?? '?');
    return `v${String(number)} ${from}—${until} ${decision}`;
  });
}

describe('the history of a document', () => {
  test('is its first publication when nothing changed', async () => {
    repository.commit(PUBLISHED.minute, '发布', { [FILE]: PUBLISHED.text });
    expect((await histories()).get('2024/003')).toEqual({
      id: '2024/003',
      recorded: '2024-03-20 10:00',
      published: '2024-03-20 09:00',
      republished: false,
      isPublic: true,
      current: 1,
      earlier: [],
      events: [],
    });
  });

  test('counts nothing that came before the publication', async () => {
    const { content } = repository;
    repository.commit('2024-03-18 09:00', '草稿', {
      [FILE]: minutesText('会议同意。', { disclosure: '依申请公开' }),
    });
    repository.commit('2024-03-18 10:00', '没有文件头', { [FILE]: '会议同意。\n' });
    repository.commit('2024-03-19 09:00', '定时发布', { [FILE]: minutesText('会议原侧同意。') });
    repository.commit('2024-03-19 17:00', '改错字', { [FILE]: PUBLISHED.text });
    const history = (await histories()).get('2024/003');
    expect(content).toContain('content');
    // Committed the day before, it was due at nine.
    expect([history?.recorded, history?.current, history?.events]).toEqual(['2024-03-20 09:00', 1, []]);
  });

  test('has a version for each change of the text, with reason, kind and the text before', async () => {
    repository.commit(PUBLISHED.minute, '发布', { [FILE]: PUBLISHED.text });
    repository.commit('2024-03-21 09:00', '改正\n\n更正说明: 应为“同意”', {
      [FILE]: minutesText('会议同意该《办法》。'),
    });
    repository.commit('2024-03-25 09:00', '补充\n\n更正说明：漏了印发名义\n更正类型：补充', {
      [FILE]: minutesText('会议同意该《办法》，以市政府名义印发。'),
    });
    repository.commit('2024-03-26 09:00', '再改', {
      [FILE]: minutesText('会议同意该《办法》，以市政府办名义印发。'),
    });
    const history = (await histories()).get('2024/003');
    expect(eventsOf(history)).toEqual([
      '2024-03-21 09:00 2024/003 v2 更正: 应为“同意”',
      '2024-03-25 09:00 2024/003 v3 补充: 漏了印发名义',
      '2024-03-26 09:00 2024/003 v4 更正: —',
    ]);
    expect(versionsOf(history)).toEqual([
      'v1 2024-03-20 10:00—2024-03-21 09:00 会议原则同意该《办法》。',
      'v2 2024-03-21 09:00—2024-03-25 09:00 会议同意该《办法》。',
      'v3 2024-03-25 09:00—2024-03-26 09:00 会议同意该《办法》，以市政府名义印发。',
    ]);
  });

  test('ignores white space, fields that steer the reading, other files and broken front matter', async () => {
    repository.commit(PUBLISHED.minute, '发布', { [FILE]: PUBLISHED.text, 'site.yaml': 'mode: demo\n' });
    repository.commit('2024-03-21 09:00', '空白', {
      [FILE]: PUBLISHED.text.replace('会议强调，', '会议强调， '),
    });
    repository.commit('2024-03-22 09:00', '分段', { [FILE]: PUBLISHED.text.replace('汇报。', '汇报。\n\n') });
    repository.commit('2024-03-23 09:00', '字段', {
      [FILE]: minutesText('会议原则同意该《办法》。', { extra: 'held: 2024-03-15\n' }),
    });
    repository.commit('2024-03-24 09:00', '写坏了', {
      [FILE]: PUBLISHED.text.replace('published', 'publishd'),
    });
    repository.commit('2024-03-24 09:05', '改回来', {
      [FILE]: PUBLISHED.text,
      'site.yaml': 'mode: demo\n#\n',
    });
    const history = (await histories()).get('2024/003');
    expect([history?.current, history?.events]).toEqual([1, []]);
  });

  test('tells when the time of publication was changed', async () => {
    repository.commit(PUBLISHED.minute, '发布', { [FILE]: PUBLISHED.text });
    repository.commit('2024-03-21 09:00', '更正说明: 时间写错', {
      [FILE]: minutesText('会议原则同意该《办法》。', { published: '2024-03-20 10:00' }),
    });
    const [event] = (await histories()).get('2024/003')?.events ?? [];
    expect(event).toMatchObject({
      what: 'published',
      before: '2024-03-20 09:00',
      after: '2024-03-20 10:00',
      reason: '时间写错',
    });
  });

  test('follows a move, with its versions', async () => {
    repository.commit(PUBLISHED.minute, '发布', { 'minutes/2024/3.md': PUBLISHED.text });
    repository.commit('2024-03-21 09:00', '更正说明: 甲', { 'minutes/2024/3.md': minutesText('会议同意。') });
    repository.move('2024-03-22 09:00', '更正说明: 编号统一为三位', 'minutes/2024/3.md', FILE);
    repository.commit('2024-03-23 09:00', '更正说明: 乙', { [FILE]: minutesText('会议通过。') });
    const all = await histories();
    expect(eventsOf(all.get('2024/003'))).toEqual([
      '2024-03-21 09:00 2024/3 v2 更正: 甲',
      '2024-03-22 09:00 2024/003 moved: 编号统一为三位',
      '2024-03-23 09:00 2024/003 v3 更正: 乙',
    ]);
    expect(all.get('2024/3')?.isPublic).toBe(false);
  });

  test('follows a move with changes only when it is stated', async () => {
    repository.commit(PUBLISHED.minute, '发布', { 'minutes/2024/3.md': PUBLISHED.text });
    repository.commit('2024-03-22 09:00', '更正说明: 改名并改字', {
      'minutes/2024/3.md': null,
      [FILE]: minutesText('会议通过。'),
    });
    expect((await histories()).get('2024/003')).toMatchObject({ recorded: '2024-03-22 09:00', current: 1 });
    const redirect = { from: '2024/3', to: '2024/003', date: '2024-03-22', reason: '改名' };
    expect(eventsOf((await histories([redirect])).get('2024/003'))).toEqual([
      '2024-03-22 09:00 2024/003 moved: 改名并改字',
      '2024-03-22 09:00 2024/003 v2 更正: 改名并改字',
    ]);
  });

  test('comes back to the first name after moving there and back', async () => {
    repository.commit(PUBLISHED.minute, '发布', { [FILE]: PUBLISHED.text });
    repository.move('2024-03-21 09:00', '去', FILE, 'minutes/2024/3.md');
    repository.move('2024-03-22 09:00', '回', 'minutes/2024/3.md', FILE);
    const history = (await histories()).get('2024/003');
    expect(history?.recorded).toBe('2024-03-20 10:00');
    expect(history?.events.map(({ what }) => what)).toEqual(['moved', 'moved']);
  });

  test('shows no text from before a withdrawal, but that of the restored text', async () => {
    repository.commit(PUBLISHED.minute, '发布', { [FILE]: PUBLISHED.text });
    repository.commit('2024-03-21 09:00', '更正说明: 甲', { [FILE]: minutesText('会议同意。') });
    repository.commit('2024-03-22 09:00', '更正说明: 尚待核实', { [FILE]: null });
    repository.commit('2024-03-25 09:00', '更正说明: 已经核实', { [FILE]: minutesText('会议同意。') });
    repository.commit('2024-03-26 09:00', '更正说明: 乙', { [FILE]: minutesText('会议通过。') });
    const history = (await histories()).get('2024/003');
    expect(eventsOf(history)).toEqual([
      '2024-03-21 09:00 2024/003 v2 更正: 甲',
      '2024-03-22 09:00 2024/003 withdrawn: 尚待核实',
      '2024-03-25 09:00 2024/003 restored: 已经核实',
      '2024-03-26 09:00 2024/003 v3 更正: 乙',
    ]);
    expect(versionsOf(history)).toEqual([
      'v1 2024-03-20 10:00—2024-03-21 09:00 （撤回）',
      'v2 2024-03-21 09:00—2024-03-26 09:00 会议同意。',
    ]);
  });

  test('shows no text from before a change that took text back', async () => {
    repository.commit(PUBLISHED.minute, '发布', { [FILE]: PUBLISHED.text });
    const commit = repository.commit('2024-03-21 09:00', '更正说明: 误公开', {
      [FILE]: minutesText('会议同意。'),
    });
    expect(versionsOf((await histories()).get('2024/003'))[0]).toContain('会议原则同意');
    const stated = `- { commit: '${commit.slice(0, 10)}', kind: 撤回, reason: 误公开的内容已撤回 }\n`;
    const history = (await histories([], stated)).get('2024/003');
    expect(eventsOf(history)).toEqual(['2024-03-21 09:00 2024/003 v2 撤回: 误公开的内容已撤回']);
    expect(versionsOf(history)[0]).toContain('（撤回）');
  });

  test('shows no text in which stands what was withheld later', async () => {
    const secret = '此段含有不应公开的内容。';
    repository.commit(PUBLISHED.minute, '发布', { [FILE]: minutesText(`会议同意。\n\n${secret}\n`) });
    repository.commit('2024-03-21 09:00', '更正说明: 甲', {
      [FILE]: minutesText(`会议通过。\n\n${secret}\n`),
    });
    repository.commit('2024-03-22 09:00', '更正说明: 不予公开', {
      [FILE]: minutesText(
        `会议通过。\n\n:::withhold{reason="涉及个人隐私" basis="条例第十五条"}\n\n${secret}\n\n:::\n`,
      ),
    });
    repository.commit('2024-03-23 09:00', '更正说明: 乙', {
      [FILE]: minutesText(
        `会议原则通过。\n\n:::withhold{reason="涉及个人隐私" basis="条例第十五条"}\n\n${secret}\n\n:::\n`,
      ),
    });
    const history = (await histories()).get('2024/003');
    expect(history?.earlier.map(({ text }) => text !== null)).toEqual([false, false, true]);
    expect(JSON.stringify(history)).not.toContain(secret.slice(0, 5));
  });

  test('takes a merged branch as one change at the time of its merge, with the reasons of its commits', async () => {
    repository.commit(PUBLISHED.minute, '发布', {
      [FILE]: PUBLISHED.text,
      'minutes/2024/004.md': PUBLISHED.text,
    });
    repository.git('2024-03-21 09:00', 'checkout', '--quiet', '-b', 'fix');
    repository.commit('2024-03-21 09:00', '一\n\n更正说明: 印发名义有误', {
      [FILE]: minutesText('会议同意一。'),
    });
    repository.commit('2024-03-21 10:00', '二', { [FILE]: minutesText('会议同意二。') });
    repository.commit('2024-03-21 11:00', '更正说明: 另一份', {
      'minutes/2024/004.md': minutesText('会议同意三。'),
    });
    repository.git('2024-03-22 09:00', 'checkout', '--quiet', 'main');
    repository.commit('2024-03-22 10:00', '无关', { 'site.yaml': 'mode: demo\n' });
    repository.git('2024-03-22 15:00', 'merge', '--quiet', '--no-ff', '--message', '合并', 'fix');
    const all = await histories();
    expect(eventsOf(all.get('2024/003'))).toEqual(['2024-03-22 15:00 2024/003 v2 更正: 印发名义有误']);
    expect(eventsOf(all.get('2024/004'))).toEqual(['2024-03-22 15:00 2024/004 v2 更正: 另一份']);
  });

  test('holds no name or address of an author', async () => {
    repository.commit(PUBLISHED.minute, '发布', { [FILE]: PUBLISHED.text });
    repository.commit('2024-03-21 09:00', '更正说明: 甲', { [FILE]: minutesText('会议同意。') });
    const history = await recorded();
    const shown = history.kind === 'recorded' ? JSON.stringify([...history.revisions]) : '';
    expect(shown).toContain('甲');
    expect(shown).not.toContain(AUTHOR.name);
    expect(shown).not.toContain(AUTHOR.email);
  });
});

describe('readHistory', () => {
  test('names what is not as the last commit has it', async () => {
    repository.commit(PUBLISHED.minute, '发布', {
      [FILE]: PUBLISHED.text,
      'minutes/2024/004.md': PUBLISHED.text,
    });
    writeFileSync(join(repository.content, FILE), minutesText('会议同意。'));
    writeFileSync(join(repository.content, 'minutes/2024/005.md'), PUBLISHED.text);
    // As a checkout with other line ends has it.
    writeFileSync(join(repository.content, 'minutes/2024/004.md'), PUBLISHED.text.replaceAll('\n', '\r\n'));
    expect(await recorded()).toMatchObject({ kind: 'recorded', uncommitted: ['2024/003', '2024/005'] });
  });

  test('says why there is no history', async () => {
    expect(await recorded()).toEqual({ kind: 'unavailable', reason: 'no-commits' });
    repository.commit(PUBLISHED.minute, '发布', { [FILE]: PUBLISHED.text });
    repository.commit('2024-03-21 09:00', '改', { [FILE]: minutesText('会议同意。') });
    const shallow = mkdtempSync(join(tmpdir(), 'jiyao-shallow-'));
    spawnSync('git', ['clone', '--quiet', '--depth=1', `file://${repository.dir}`, shallow]);
    expect((await readContent(join(shallow, 'content'))).archive?.history).toEqual({
      kind: 'unavailable',
      reason: 'shallow',
    });
    rmSync(join(shallow, '.git'), { recursive: true });
    expect((await readContent(join(shallow, 'content'))).archive?.history).toEqual({
      kind: 'unavailable',
      reason: 'no-repository',
    });
    rmSync(shallow, { recursive: true });
    const path = process.env['PATH'];
    process.env['PATH'] = '';
    expect(await recorded()).toEqual({ kind: 'unavailable', reason: 'no-git' });
    process.env['PATH'] = path;
  });

  test('is not led astray by the variables that git sets in a hook', async () => {
    repository.commit(PUBLISHED.minute, '发布', { [FILE]: PUBLISHED.text });
    process.env['GIT_DIR'] = '/nonexistent';
    expect((await recorded()).kind).toBe('recorded');
    delete process.env['GIT_DIR'];
  });
});

import { isLate, type Archive } from '../corpus/archive.ts';
import type { HistoryEvent } from '../corpus/history.ts';
import type { NoHistory, RecordedHistory } from '../corpus/revisions.ts';
import { CORRECTION_KINDS, kindOf } from '../corpus/statement.ts';
import type { Diagnostic, DiagnosticCode } from '../minutes/diagnostics.ts';
import { readFrontMatter } from '../minutes/front-matter.ts';
import type { Minutes } from '../minutes/model.ts';
import type { Sources } from '../minutes/sources.ts';
import { UNKNOWN_PLACE, type Place } from '../minutes/places.ts';
import { statedOf } from '../minutes/stated.ts';

interface HistorySubject {
  readonly minutes: readonly Minutes[];
  readonly mode: 'demo' | 'publish';
  readonly now: string;
  readonly sources: Sources;
  /** The content folder as people know it. */
  readonly folder: string;
  readonly recorded: RecordedHistory;
  readonly archive: Archive;
}

const REASONS: Readonly<Record<NoHistory, readonly [fact: string, hint: string]>> = {
  'no-git': ['这台机器上没有 git', '安装 git'],
  'no-repository': ['内容文件夹不在 git 仓库里', '在仓库里建站；只有压缩包的，改用 git clone'],
  'no-commits': ['git 仓库里还没有提交', '先提交，再建站'],
  shallow: [
    'git 仓库是浅克隆，历史不全',
    '运行 git fetch --unshallow；在流水线里把克隆深度设为 0（fetch-depth: 0、GIT_DEPTH: 0）',
  ],
  failed: ['git 没有给出历史', '在内容文件夹里运行 git log 看它怎么说，常见的是文件夹属于另一个用户'],
};

/**
 * R1.15 and what is asked of changes after publication: that there is a history, that every change has
 * a reason, that no time of publication lies before the commit that brought the document unless the
 * front matter says it was published elsewhere. Errors in publish mode, notices of one line otherwise.
 */
export function checkHistory(subject: HistorySubject): readonly Diagnostic[] {
  const { minutes, recorded, folder, mode } = subject;
  if (minutes.length === 0) return [];
  if (recorded.kind === 'unavailable' || minutes.every(({ id }) => !recorded.revisions.has(id))) {
    const [fact, hint] =
      recorded.kind === 'unavailable'
        ? REASONS[recorded.reason]
        : ['纪要都还没有提交到 git', '先提交，再建站'];
    return mode === 'publish'
      ? [finding('history/unavailable', `${fact}，不能生成更正记录和历史版本`, hint, folder)]
      : [
          finding(
            'history/notice',
            `${fact}，这次不显示更正记录和历史版本`,
            `${hint}；只是演示的，不用改`,
            folder,
          ),
        ];
  }
  const faults = [...unexplained(subject), ...backdated(subject)];
  return [...(mode === 'publish' ? faults : noticeOf(faults, folder)), ...uncommitted(subject, recorded)];
}

function finding(
  code: DiagnosticCode,
  message: string,
  hint: string,
  path: string,
  place: Place = UNKNOWN_PLACE,
): Diagnostic {
  return { code, message, hint, path, place };
}

/** In demo mode nobody answers for the history: one line for all. */
function noticeOf(faults: readonly Diagnostic[], folder: string): readonly Diagnostic[] {
  const [first] = faults;
  if (first === undefined) return [];
  const more = faults.length === 1 ? '' : `；这样的共 ${String(faults.length)} 处`;
  return [
    finding('history/notice', `${first.message}${more}`, '正式发布时这是错误；只是演示的，不用改', folder),
  ];
}

const ACTS: Readonly<Record<HistoryEvent['what'], string>> = {
  text: '改动',
  published: '改发布时间',
  withdrawn: '撤下',
  restored: '恢复公开',
  moved: '改地址',
};

function unexplained({ minutes, archive }: HistorySubject): readonly Diagnostic[] {
  return minutes.flatMap(({ id, path }) =>
    (archive.histories?.get(id)?.events ?? []).flatMap((event) => {
      const act = `${event.time} 的${ACTS[event.what]}（提交 ${event.commit.slice(0, 10)}）`;
      const faults: Diagnostic[] = [];
      if (event.reason === null && event.what !== 'moved')
        faults.push(finding('history/unexplained', `${act}没有写明更正说明`, EXPLAIN, path));
      if (event.what === 'text' && kindOf({ kind: event.statedKind, reason: null }) === null)
        faults.push(
          finding(
            'history/unexplained',
            `${act}的更正类型“${event.statedKind ?? ''}”不认识`,
            `写成${CORRECTION_KINDS.map((kind) => `“${kind}”`).join('、')}之一；${EXPLAIN}`,
            path,
          ),
        );
      return faults;
    }),
  );
}

const EXPLAIN =
  '还没有推送的，用 git commit --amend 在提交说明里加一行“更正说明: 改了什么、为什么”；已经推送的，写进 content/corrections.yaml';

function backdated({ minutes, archive, now, sources, mode }: HistorySubject): readonly Diagnostic[] {
  return minutes.flatMap((each) => {
    const { id, path } = each;
    const { published } = statedOf(each);
    const history = archive.histories?.get(id);
    // Without a commit yet, the next one will be the first.
    const recorded = history?.recorded ?? (mode === 'publish' ? now : null);
    const stated = history?.published ?? published;
    if (recorded === null || stated === null || !isLate(stated, recorded)) return [];
    const { frontMatter } = readFrontMatter(sources.get(path) ?? '', path);
    if (frontMatter.republished) return [];
    const message = `发布时间写的是 ${stated}，录入本站却是 ${recorded}`;
    const hint = '写实际发布的时间；此前已经在别处公开发布的，在文件头加一行“republished: true”';
    return [finding('history/backdated', message, hint, path, frontMatter.placeOf('published'))];
  });
}

function uncommitted(
  { minutes, folder, mode }: HistorySubject,
  recorded: Extract<RecordedHistory, { kind: 'recorded' }>,
): readonly Diagnostic[] {
  const ids = minutes.map(({ id }) => id).filter((id) => recorded.uncommitted.includes(id));
  if (ids.length === 0 || mode === 'demo') return [];
  const named = `${ids.slice(0, 3).join('、')}${ids.length > 3 ? ' 等' : ''}`;
  return [
    finding(
      'history/uncommitted',
      `有 ${String(ids.length)} 份纪要的改动还没有提交：${named}`,
      '检查、预览之后提交；更正已经公开的纪要时，在提交说明里写“更正说明: …”',
      folder,
    ),
  ];
}

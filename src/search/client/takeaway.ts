import { citationsOf, csvOf, jsonOf, rowsOf } from './export.ts';
import type { ResultGroup } from './result.ts';
import type { SearchService } from './service.ts';
import type { SearchState } from './state.ts';
import type { Takeaway } from './toolbar-view.ts';

/** How many results are asked for at a time. */
const BATCH = 200;

export interface TakeawayParts {
  readonly service: SearchService;
  readonly state: SearchState;
  /** The site's base path. */
  readonly base: string;
  tell(this: void, sentence: string): void;
}

/** Hands over all results in the wanted form and says what became of it; never rejects. */
export async function takeAway(takeaway: Takeaway, parts: TakeawayParts): Promise<void> {
  const { state, base, tell } = parts;
  try {
    const rows = rowsOf(await allGroups(parts), (path) => new URL(base + path, location.href).href);
    const count = String(rows.length);
    if (takeaway === 'citations') {
      await navigator.clipboard.writeText(citationsOf(rows));
      tell(`已复制 ${count} 条引用`);
      return;
    }
    const [type, content] =
      takeaway === 'csv'
        ? ['text/csv', csvOf(rows)]
        : ['application/json', jsonOf(rows, state.input.trim(), location.href)];
    download(`${fileName(state)}.${takeaway}`, type, content);
    tell(`已下载 ${count} 条`);
  } catch {
    tell(takeaway === 'citations' ? '没有复制成，浏览器可能不允许，请再试一次' : '没有取全，请再试一次');
  }
}

async function allGroups({ service, state, tell }: TakeawayParts): Promise<readonly ResultGroup[]> {
  const groups: ResultGroup[] = [];
  for (;;) {
    const from = groups.length;
    const answer = await service.search({ ...state, part: 'items', from, atLeast: BATCH, withValues: false });
    if (answer.kind === 'refused') throw new Error(answer.message);
    groups.push(...answer.groups);
    if (groups.length >= answer.meetings) return groups;
    tell(`正在准备，已取 ${String(groups.length)}/${String(answer.meetings)} 次会议`);
  }
}

/** A name of the query that every file system takes. */
function fileName({ input }: SearchState): string {
  const name = input.trim().replaceAll(/[\s\\/:*?"<>|\p{Cc}]+/gu, ' ');
  return `检索 ${name}`.trim().slice(0, 60);
}

function download(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

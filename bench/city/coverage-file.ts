import type { MeetingTruth } from './truth.ts';

export const COVERAGE_FILE_NAME = 'coverage.yaml';

/** Why numbers of the office's series are not public, in turn; of every fourth nothing is said. */
const GROUNDS = [
  '{ numbers: N, status: 不予公开, basis: 条例第十六条（内部事务信息） }',
  '{ numbers: N, status: 依申请公开, basis: 涉及特定企业，按申请提供 }',
  '{ numbers: N, status: 未收录, basis: 本站没有收录专题会议纪要 }',
  null,
];

/** `coverage.yaml` of the city: what staff say of the numbers between its public minutes. */
export function writeCoverage(truths: readonly MeetingTruth[], withdrawn: string | null): string {
  let turn = 0;
  const years = [...Map.groupBy(truths, ({ id }) => id.slice(0, 4))].flatMap(([year, meetings]) => {
    const numbers = new Set(meetings.filter(({ id }) => id !== withdrawn).map(({ number }) => number));
    const last = Math.max(...numbers);
    const missing = Array.from({ length: last }, (_, index) => index + 1).filter((n) => !numbers.has(n));
    const lines = missing.flatMap((number) => {
      const ground = GROUNDS[turn++ % GROUNDS.length] ?? null;
      return ground === null ? [] : [`      - ${ground.replace('N', String(number))}`];
    });
    return lines.length === 0 ? [] : [`  ${year}:`, '    absent:', ...lines];
  });
  return `# 虚构城市的公开情况\n${years.length === 0 ? '' : `minutes:\n${years.join('\n')}\n`}`;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minutesText, newRepository, type Repository } from './repository.ts';

/** Words that stood in minutes that are withdrawn now: they must be in no byte of the site. */
export const CANARY = '玄鸟计划第七号';

const CITY = join(import.meta.dirname, '..', 'fixtures', 'site', 'content');

const THIRD = {
  draft: minutesText('会议原则铜意该《办法》。', { disclosure: '依申请公开' }),
  first: minutesText('会议原则同意该《办法》，会后由市水利局修改完善，以市政府名义印发。'),
  corrected: minutesText('会议原则同意该《办法》，会后由市水利局修改完善，以市政府办名义印发。'),
  supplemented: minutesText(
    '会议原则同意该《办法》，会后由市水利局修改完善，以市政府办名义印发。会议明确，各镇要在四月底前报送实施方案。',
  ),
};

const WITHDRAWN = minutesText(`会议原则同意《${CANARY}》。`, {
  number: 4,
  published: '2024-04-10 09:00',
});
const SUSPENDED = minutesText('会议通过了该方案。', { number: 5, published: '2024-05-10 09:00' });
const RESTORED = minutesText('会议原则通过了该方案。', { number: 5, published: '2024-05-10 09:00' });

/**
 * The repository of a fictional city (虚构) in which everything happened that can happen to published
 * minutes: a draft, a typo before publication, a correction, a supplement, white space, a new name, a
 * withdrawal, a suspension and its end.
 */
export function tellHistory(): Repository {
  const repository = newRepository();
  repository.commit('2024-03-18 09:00', '起草', {
    'site.yaml': readFileSync(join(CITY, 'site.yaml'), 'utf8'),
    'bureaus.yaml': readFileSync(join(CITY, 'bureaus.yaml'), 'utf8'),
    'holidays.yaml': readFileSync('content/holidays.yaml', 'utf8'),
    'minutes/2024/3.md': THIRD.draft,
  });
  repository.commit('2024-03-19 09:00', '改错字，定时发布', {
    'minutes/2024/3.md': THIRD.first.replace('完善', '完膳'),
  });
  repository.commit('2024-03-19 10:00', '再改错字', { 'minutes/2024/3.md': THIRD.first });
  repository.commit('2024-03-21 09:00', '改正\n\n更正说明: 印发名义应为市政府办', {
    'minutes/2024/3.md': THIRD.corrected,
  });
  repository.commit('2024-03-22 09:00', '去掉多余的空格', {
    'minutes/2024/3.md': THIRD.corrected.replace('会议强调，', '会议强调， '),
  });
  repository.commit('2024-03-25 09:00', '补充\n\n更正类型: 补充\n更正说明: 漏录一句', {
    'minutes/2024/3.md': THIRD.supplemented,
  });
  repository.move(
    '2024-03-26 09:00',
    '改名\n\n更正说明: 编号统一为三位',
    'minutes/2024/3.md',
    'minutes/2024/003.md',
  );
  repository.commit('2024-03-26 09:05', '记下改名', {
    'redirects.yaml': '- { from: 2024/3, to: 2024/003, date: 2024-03-26, reason: 编号统一为三位 }\n',
  });
  repository.commit('2024-04-10 10:00', '发布两份', { 'minutes/2024/004.md': WITHDRAWN });
  repository.commit('2024-04-11 10:00', '更正说明: 补上书名号', {
    'minutes/2024/004.md': WITHDRAWN.replace('会议原则同意', '会议同意'),
  });
  repository.commit('2024-05-10 10:00', '发布', { 'minutes/2024/005.md': SUSPENDED });
  repository.commit('2024-05-11 09:00', '更正说明: 尚待核实', { 'minutes/2024/005.md': null });
  repository.commit('2024-05-13 09:00', '更正说明: 已经核实', { 'minutes/2024/005.md': RESTORED });
  repository.commit('2024-06-01 09:00', '撤回', {
    'minutes/2024/004.md': null,
    'tombstones.yaml':
      '- { id: 2024/004, kind: 撤回, date: 2024-06-01, reason: 经复核不应公开, successor: 2024/005 }\n',
  });
  return repository;
}

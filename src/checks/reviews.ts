import { PASSED, parseReview, ROUNDS, type ReviewRecord } from '../corpus/review-record.ts';
import type { YamlPath } from '../corpus/yaml.ts';
import type { Diagnostic, DiagnosticCode } from '../minutes/diagnostics.ts';
import { UNKNOWN_PLACE } from '../minutes/places.ts';
import { reviewedDigest } from '../minutes/reviewed-text.ts';

/** A document to be published, as a review sees it. */
export interface ReviewedFile {
  readonly id: string;
  readonly path: string;
  readonly source: () => string;
  /** `YYYY-MM-DD HH:MM`; null when missing, which is another rule's finding. */
  readonly published: string | null;
  /**
   * Whether readers had it before it said what it says now, here or elsewhere: a correction is reviewed
   * after the publication.
   */
  readonly wasPublic: () => boolean;
}

/** A file of `content/reviews/`, unparsed; the id is that of its minutes. */
export interface ReviewFile {
  readonly id: string;
  readonly path: string;
  readonly source: string;
}

/**
 * R2.6: beside each document a record of three rounds and a secrecy review, by more than one person,
 * in their order, all passed, before publication unless it is a change of what was public, and of this very text. A record that is there must
 * hold; one that isn't is a finding only where reviews are required.
 *
 * @param whole whether these are all minutes: only then is a record without minutes a finding
 */
export function checkReviews(
  files: readonly ReviewedFile[],
  reviews: readonly ReviewFile[],
  { required, whole }: { readonly required: boolean; readonly whole: boolean },
): readonly Diagnostic[] {
  const reviewOf = new Map(reviews.map((review) => [review.id, review]));
  const ids = new Set(files.map(({ id }) => id));
  return [
    ...files.flatMap((file) => {
      const review = reviewOf.get(file.id);
      if (review !== undefined) return checkReview(file, review);
      return required ? [missing(file)] : [];
    }),
    ...reviews
      .filter(({ id }) => whole && !ids.has(id))
      .map(({ id, path }) => ({
        code: 'review/no-document' as const,
        message: `没有“minutes/${id}.md”这份纪要`,
        hint: '核对文件名；纪要已经移走的，把审查记录一起移走',
        path,
        place: UNKNOWN_PLACE,
      })),
  ];
}

function missing({ id, path }: ReviewedFile): Diagnostic {
  return {
    code: 'review/missing',
    message: `没有审查记录“reviews/${id}.yaml”`,
    hint: `用 npm run review -- ${path} 生成，三审和保密审查后填好`,
    path,
    place: UNKNOWN_PLACE,
  };
}

type Report = (code: DiagnosticCode, at: YamlPath, message: string, hint: string) => Diagnostic;

function checkReview(file: ReviewedFile, { path, source }: ReviewFile): readonly Diagnostic[] {
  const { record, diagnostics } = parseReview(source, path);
  if (record === null) return diagnostics;
  const report: Report = (code, at, message, hint) => ({
    code,
    message,
    hint,
    path,
    place: record.place(at),
  });
  return [
    ...checkDigest(file, record, report),
    ...checkRounds(record, report),
    ...checkResults(record, report),
    ...checkTimes(record, file, report),
  ];
}

function checkDigest(
  { source, path }: ReviewedFile,
  { sha256 }: ReviewRecord,
  report: Report,
): readonly Diagnostic[] {
  const digest = reviewedDigest(source());
  if (digest === sha256) return [];
  const message = `审查的不是现在这一稿：“${path}”在审查之后改过`;
  const hint = `重新审查，然后把 sha256 改为 ${digest}；误改的，把纪要改回去`;
  return [report('review/changed-text', ['sha256'], message, hint)];
}

function checkRounds({ rounds }: ReviewRecord, report: Report): readonly Diagnostic[] {
  const absent = ROUNDS.filter((name) => !rounds.some(({ round }) => round === name));
  const findings = absent.map((name) =>
    report('review/missing-round', ['rounds'], `没有${name}`, `补上“- round: ${name}”和审查人、时间、结果`),
  );
  if (absent.length > 0) return findings;
  const turned = rounds.findIndex(({ round }, index) => {
    const before = rounds[index - 1];
    // What was sent back begins anew.
    return before?.result === PASSED && ROUNDS.indexOf(round) < ROUNDS.indexOf(before.round);
  });
  if (turned !== -1) {
    const message = `${rounds[turned]?.round ?? ''}排在${rounds[turned - 1]?.round ?? ''}之后`;
    findings.push(report('review/order', ['rounds', turned, 'round'], message, '按一审、二审、三审的先后写'));
  }
  if (new Set(rounds.map(({ person }) => person)).size === 1) {
    const message = '一审、二审、三审是同一人';
    findings.push(
      report('review/same-person', ['rounds', 2, 'person'], message, '三审由不同的人负责，照实写'),
    );
  }
  return findings;
}

function checkResults({ rounds, secrecy }: ReviewRecord, report: Report): readonly Diagnostic[] {
  const last = new Map(rounds.map((round, index) => [round.round, { ...round, index }]));
  const results = [
    ...[...last.values()].map(({ round, result, index }) => ({
      name: round as string,
      result,
      at: ['rounds', index, 'result'],
    })),
    { name: '保密审查', result: secrecy.result, at: ['secrecy', 'result'] },
  ];
  return results
    .filter(({ result }) => result !== PASSED)
    .map(({ name, result, at }) =>
      report(
        'review/not-passed',
        at,
        `${name}的结果是“${result}”`,
        '通过之前不能发布；修改后重新审查的，在后面加一条',
      ),
    );
}

function checkTimes(
  { rounds, secrecy }: ReviewRecord,
  { published, wasPublic }: ReviewedFile,
  report: Report,
): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  rounds.forEach(({ round, time }, index) => {
    const before = rounds[index - 1];
    if (before === undefined || before.time <= time) return;
    const message = `${round}的时间 ${time} 早于${before.round}的 ${before.time}`;
    findings.push(report('review/order', ['rounds', index, 'time'], message, '照实改正时间'));
  });
  const last = [...rounds.map(({ time }) => time), secrecy.time].reduce((one, other) =>
    one > other ? one : other,
  );
  if (published !== null && last > published && !wasPublic()) {
    const at = last === secrecy.time ? ['secrecy', 'time'] : ['rounds', rounds.length - 1, 'time'];
    const message = `审查时间 ${last} 晚于发布时间 ${published}`;
    findings.push(report('review/order', at, message, '先审查、后公开：照实改正时间，或改发布时间'));
  }
  return findings;
}

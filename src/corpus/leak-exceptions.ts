import { z } from 'zod';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import type { Place } from '../minutes/places.ts';
import { DATE } from './tombstones.ts';
import { readYaml } from './yaml.ts';

/** One thing that a detector finds and that a person allowed to be published (R5.5). */
export interface LeakException {
  /** Below the content folder: `minutes/2024/001.md`. */
  readonly file: string;
  /** The code of the finding: `leak/mobile`. */
  readonly rule: string;
  /** The masked form as the finding prints it; or the SHA-256 of the thing without spaces. */
  readonly value: string | null;
  readonly sha256: string | null;
  readonly place: Place;
}

const words = (rule: string) => z.string({ error: rule }).trim().min(1, { error: rule });

const SCHEMA = z.array(
  z
    .strictObject({
      file: words('写文件在内容文件夹里的路径，如 minutes/2024/001.md'),
      rule: words('写代码，如 leak/mobile').regex(/^leak\/[a-z0-9-]+$/u, { error: '写代码，如 leak/mobile' }),
      value: words('写报告里打了星号的值').optional(),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/u, { error: '写 64 位小写十六进制数' })
        .optional(),
      reason: words('写为什么可以公开'),
      reviewer: words('写审核人'),
      date: DATE,
    })
    .refine(({ value, sha256 }) => (value === undefined) !== (sha256 === undefined), {
      error: '写 value（报告里打了星号的值）或 sha256，只写一个',
    }),
  { error: '每条写成“- file: …”，下面缩进写 rule、value、reason、reviewer、date' },
);

/**
 * Reads `content/leak-exceptions.yaml`. Every fault is a `leak/exception-invalid` at its line, and
 * then no exception holds. Reason and reviewer are required and stay in the file. Never throws.
 */
export function parseLeakExceptions(
  yaml: string,
  path: string,
): { readonly exceptions: readonly LeakException[]; readonly diagnostics: readonly Diagnostic[] } {
  const file = readYaml(yaml, path, 'leak/exception-invalid', SCHEMA);
  const exceptions = (file.value ?? []).map((entry, index) => ({
    file: entry.file,
    rule: entry.rule,
    value: entry.value ?? null,
    sha256: entry.sha256 ?? null,
    place: file.place([index, 'file']),
  }));
  return { exceptions, diagnostics: file.diagnostics };
}

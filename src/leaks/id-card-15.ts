import type { Detector } from './detector.ts';
import { mask } from './detector.ts';
import { isDay, PROVINCE } from './id-card.ts';
import { isOneNumber, NUMBER_CUES } from './number-runs.ts';

/** PII-ID15: an ID number of the first generation: no check digit, so it only warns. */
export const idCard15: Detector = {
  cues: NUMBER_CUES,
  find: ({ numbers }) =>
    numbers.flatMap((run) => {
      const { value, span } = run;
      if (!/^\d{15}$/.test(value) || !PROVINCE.test(value) || !isDay(`19${value.slice(6, 12)}`)) return [];
      if (!isOneNumber(run, ['6-6-3'])) return [];
      return [{ code: 'leak/id-card-15' as const, span, masked: mask(value, 6, 0) }];
    }),
};

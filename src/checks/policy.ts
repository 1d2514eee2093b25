import type { Site } from '../site.ts';

/** What the site's configuration asks of its minutes. */
export interface Policy {
  /** Whether the site is published for real: then every document states the ground of its disclosure. */
  readonly publish: boolean;
  /** Whether a document without a record of its review is refused (R2.6). */
  readonly reviewRequired: boolean;
  /** Digits of the telephone numbers that the site itself gives. */
  readonly officeNumbers: readonly string[];
}

/** The policy of a check without a site, and of a demo. */
export const LENIENT: Policy = { publish: false, reviewRequired: false, officeNumbers: [] };

/** The policy of a site; of null, when its file is at fault, the lenient one. */
export function policyOf(site: Site | null): Policy {
  if (site === null) return LENIENT;
  return {
    publish: site.mode === 'publish',
    reviewRequired: site.review === 'required',
    officeNumbers: [site.contact.phone.replaceAll(/\D/gu, '')].filter((digits) => digits !== ''),
  };
}

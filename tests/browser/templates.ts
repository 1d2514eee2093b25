/** One page of every template of the real site, and of the site of the fictional city. */
export const REAL_PAGES = [
  '',
  'minutes/',
  'minutes/2022/',
  'minutes/2022/013/',
  'bureaus/',
  'bureaus/yjj/',
  'bureaus/anweihui/',
  'bureaus/yjj/2022/',
  'decisions/',
  'decisions/2022/',
  'decisions/2022/state-unrecorded/',
  'search/',
  'coverage/',
  'sitemap/',
  'accessibility/',
  'data/',
  'topics/',
  'topics/gas/',
  'topics/gas/2022/',
  'feeds/',
  'following/',
  'verify/',
  'quote/',
  'about/',
  'no-such-page/',
] as const;

export const CITY_PAGES = [
  '',
  'minutes/2024/031/',
  'minutes/2025/001/',
  'minutes/2025/002/',
  'bureaus/yjj/',
  'bureaus/yjj/2024/',
  'decisions/',
  'decisions/2024/',
] as const;

/** Pages of the site of a told history: corrected, past, withdrawn. */
export const TOLD_PAGES = [
  'minutes/2024/003/',
  'minutes/2024/003/v1/',
  'minutes/2024/004/',
  'minutes/2024/005/v1/',
  'corrections/',
  'coverage/',
] as const;

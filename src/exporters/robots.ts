import type { Corpus } from '../corpus/model.ts';
import type { Site } from '../site.ts';
import { absoluteUrl, siteUrl } from '../urls.ts';

/** `robots.txt` (RFC 9309): everything may be read, but nothing of a preview. Counts at the root of a host alone. */
export function robotsFile(_: Corpus, site: Site): string {
  if (site.preview) return 'User-agent: *\nDisallow: /\n';
  return `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(siteUrl('sitemap.xml'), site.domain)}\n`;
}

import type { Corpus } from '../corpus/model.ts';
import type { Site } from '../site.ts';
import { absoluteUrl, basePath, homeUrl, siteUrl, verifyUrl } from '../urls.ts';
import { frameOf, type FrameView } from './frame.ts';

/** The page where anyone verifies what the site gave them. */
export interface VerifyView {
  readonly frame: FrameView;
  readonly base: string;
  /** The address of the site as people type it. */
  readonly home: string;
  readonly files: readonly { readonly name: string; readonly href: string; readonly text: string }[];
}

/** A preview has nothing to be verified against. */
export function hasVerify(_: Corpus, site: Site): boolean {
  return !site.preview;
}

export function verifyView(corpus: Corpus, site: Site): VerifyView {
  return {
    frame: frameOf(site, corpus, { name: '核对', url: verifyUrl() }),
    base: basePath(),
    home: absoluteUrl(homeUrl(), site.domain),
    files: [
      { name: 'SHA256SUMS', href: siteUrl('SHA256SUMS'), text: '每个文件的校验值' },
      { name: 'manifest.json', href: siteUrl('manifest.json'), text: '这次发布，和前一次发布的校验值' },
      { name: 'releases.json', href: siteUrl('releases.json'), text: '此前每次发布的记录' },
    ],
  };
}

import type { Corpus } from '../corpus/model.ts';
import type { Site } from '../site.ts';
import { basePath, quoteUrl } from '../urls.ts';
import { frameOf, type FrameView } from './frame.ts';

/** The page where anyone holds a quotation against the minutes. */
export interface QuoteView {
  readonly frame: FrameView;
  readonly base: string;
}

export function quoteView(corpus: Corpus, site: Site): QuoteView {
  return { frame: frameOf(site, corpus, { name: '引文核对', url: quoteUrl() }), base: basePath() };
}

import { dayOf } from '../minutes/meeting-day.ts';
import type { Minutes } from '../minutes/model.ts';
import { headingOf, meetingName } from '../minutes/plain-text.ts';
import type { Site } from '../site.ts';
import { longDate } from './format.ts';
import { absoluteUrl, cardPath, siteUrl } from '../urls.ts';
import { bandOf } from './frame.ts';
import type { PictureView } from './meta.ts';

/** What the picture of a meeting shows; its hash is the key of the picture. */
export interface CardView {
  readonly title: string;
  /** Number and day; '' where the text has neither. */
  readonly meta: string;
  readonly items: readonly string[];
  /** How many items there are where not all are shown. */
  readonly more: string | null;
  readonly site: string;
  /** 演示站点，非政府网站 (R1.4); null on a published site. */
  readonly band: string | null;
}

const SHOWN = 4;

/** The view of the picture of a meeting. */
export function cardView(minutes: Minutes, site: Site): CardView {
  const day = dayOf(minutes);
  const number = minutes.head.number?.value;
  const meta = [number, day === null ? undefined : longDate(day).text].filter((part) => part !== undefined);
  const items = minutes.items.map(headingOf);
  return {
    title: meetingName(minutes),
    meta: meta.join('　'),
    items: items.slice(0, SHOWN),
    more: items.length > SHOWN ? `共${String(items.length)}项议题` : null,
    site: site.name,
    band: bandOf(site),
  };
}

/** The size that Open Graph pictures have. */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

/** The picture of a meeting, as its page names it. */
export function cardPicture(minutes: Minutes, site: Site): PictureView {
  const { title, meta, items } = cardView(minutes, site);
  return {
    url: absoluteUrl(siteUrl(cardPath(minutes.id)), site.domain),
    width: CARD_WIDTH,
    height: CARD_HEIGHT,
    description: [title, meta, ...items].filter((part) => part !== '').join('；'),
  };
}

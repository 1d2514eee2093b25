import type { Corpus } from '../corpus/model.ts';
import { anchorOfAddress, pageOfAddress } from '../corpus/redirects.ts';
import { itemUrl, meetingUrl } from '../urls.ts';

/**
 * The addresses that moved or are gone, for the web server: it may answer them with 301 and 410 in
 * place of the pages that stand there. Null when there are none.
 */
export function formerAddresses({ archive: { redirects, tombstones } }: Corpus): string | null {
  const moved = redirects
    .filter(({ from }) => anchorOfAddress(from) === null)
    .map(({ from, to }) => ({ from: meetingUrl(from), to: urlOf(to), status: 301 }));
  const gone = tombstones.map(({ id, successor }) => ({
    from: meetingUrl(id),
    status: 410,
    successor: successor === null ? null : meetingUrl(successor),
  }));
  if (moved.length + gone.length === 0) return null;
  return `${JSON.stringify({ moved, gone }, null, 1)}\n`;
}

function urlOf(address: string): string {
  const anchor = anchorOfAddress(address);
  const id = pageOfAddress(address);
  return anchor === null ? meetingUrl(id) : itemUrl(id, anchor);
}

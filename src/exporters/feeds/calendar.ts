import type { Minutes } from '../../minutes/model.ts';
import { meetingName } from '../../minutes/plain-text.ts';
import { statedOf } from '../../minutes/stated.ts';
import { absoluteUrl, meetingUrl } from '../../urls.ts';
import type { ExportContext } from '../export.ts';
import { changedAt, utcStamp } from './moment.ts';

/** So many meetings at most: some years of an ordinary city. */
export const MOST_EVENTS = 200;

/**
 * Meetings as a calendar (RFC 5545), newest first: whole days, for minutes hardly ever state the hour
 * and none is invented. Minutes that don't state the day are left out; a day of issue is none.
 */
export function calendarFile(title: string, minutes: readonly Minutes[], context: ExportContext): string {
  const held = minutes.filter((each) => statedOf(each).held !== null).slice(0, MOST_EVENTS);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Jiyao//Jiyao//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(title)}`,
    `X-WR-CALNAME:${escaped(title)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    ...held.flatMap((each) => eventLines(each, context)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(minutes: Minutes, { archive, site }: ExportContext): readonly string[] {
  const { head, id } = minutes;
  const changes = archive.histories?.get(id)?.events.length ?? 0;
  const description = [head.number?.value, head.heldPart?.value]
    .filter((part) => part !== undefined)
    .join('，');
  return [
    'BEGIN:VEVENT',
    `UID:${id.replaceAll('/', '-')}@${new URL(absoluteUrl('/', site.domain)).hostname}`,
    `DTSTAMP:${utcStamp(changedAt(minutes, archive))}`,
    `DTSTART;VALUE=DATE:${(head.held?.value ?? '').replaceAll('-', '')}`,
    `SUMMARY:${escaped(meetingName(minutes))}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(head.venue === null ? [] : [`LOCATION:${escaped(head.venue.value)}`]),
    `URL:${absoluteUrl(meetingUrl(id), site.domain)}`,
    `SEQUENCE:${String(changes)}`,
    'STATUS:CONFIRMED',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Text as RFC 5545 3.3.11 has it. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/gu, String.raw`\$&`).replaceAll(/\r\n|\r|\n/gu, String.raw`\n`);
}

/** At most 75 bytes a line; a character is never cut (RFC 5545 3.1). */
function folded(line: string): string {
  let result = '';
  let length = 0;
  for (const character of line) {
    const bytes = bytesOf(character.codePointAt(0) ?? 0);
    if (length + bytes > 75) {
      result += '\r\n ';
      length = 1;
    }
    result += character;
    length += bytes;
  }
  return result;
}

/** How long a character is in UTF-8. */
function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

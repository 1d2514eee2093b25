import { jsonFile, markdownFile, textFile } from '../minutes/downloads.ts';
import type { Minutes } from '../minutes/model.ts';
import type { MeetingExport } from './export.ts';

/** What stands beside the page of each meeting: `minutes.md`, `minutes.txt`, `minutes.json`. */
export const downloads: readonly MeetingExport[] = [
  downloadOf('minutes.md', markdownFile),
  downloadOf('minutes.txt', textFile),
  downloadOf('minutes.json', jsonFile),
];

function downloadOf(name: string, write: (minutes: Minutes) => string): MeetingExport {
  return { kind: 'meeting', path: (id) => `minutes/${id}/${name}`, write };
}

import { attendance } from './attendance.ts';
import { bureaus } from './bureaus.ts';
import { corrections } from './corrections.ts';
import { decisions } from './decisions.ts';
import { documents } from './documents.ts';
import { items } from './items.ts';
import { meetings } from './meetings.ts';
import { points } from './points.ts';
import type { Table } from './table.ts';

/** The tables of open data. A new one is a row here and a file beside. */
export const TABLES: readonly Table[] = [
  meetings,
  items,
  points,
  decisions,
  bureaus,
  attendance,
  documents,
  corrections,
];

import { z } from 'zod';
import { absoluteUrl, dataFileUrl } from '../../urls.ts';
import type { CorpusExport, MeetingExport, YearTableExport } from '../export.ts';
import { meetingData, SCHEMA_PATHS } from './meeting-data.ts';
import { MEETING, YEAR } from './meeting-schema.ts';

/** `data/json/2022/013.json`. */
export const meetingJson: MeetingExport = {
  kind: 'meeting',
  path: (id) => `data/json/${id}.json`,
  write: (minutes, context) => `${JSON.stringify(meetingData(minutes, context))}\n`,
};

/** `data/json/2022.json`: the meetings of the year in the same form, one a line. */
export const yearJson: YearTableExport = {
  kind: 'year-table',
  path: (year) => `data/json/${year}.json`,
  head: ({ year }, { site }) => {
    const schema = absoluteUrl(dataFileUrl(SCHEMA_PATHS.year), site.domain);
    return `{"schema":${JSON.stringify(schema)},"year":"${year}","meetings":[\n`;
  },
  rows: (minutes, context) => [JSON.stringify(meetingData(minutes, context))],
  copyOf: meetingJson.path,
  separator: ',\n',
  foot: () => '\n]}\n',
};

/** What both look like, as JSON Schema 2020-12 made of the types they are written with. */
export const jsonSchemas: CorpusExport = {
  kind: 'corpus',
  files: (_corpus, { domain }) =>
    (
      [
        [SCHEMA_PATHS.meeting, MEETING],
        [SCHEMA_PATHS.year, YEAR],
      ] as const
    ).map(([path, type]) => {
      const { $schema, ...schema } = z.toJSONSchema(type);
      const $id = absoluteUrl(dataFileUrl(path), domain);
      return {
        path: `data/${path}`,
        content: `${JSON.stringify({ $schema, $id, ...schema }, null, 1)}\n`,
      };
    }),
};

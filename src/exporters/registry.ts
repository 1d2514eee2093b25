import { catalogue } from './catalogue.ts';
import { correctionsFeed } from './feeds/corrections-feed.ts';
import { changedSentences } from './changed-sentences.ts';
import { csvMetadata } from './csv/metadata.ts';
import { TABLES } from './csv/tables.ts';
import { downloads } from './downloads.ts';
import { decisionsLists } from './decisions-list.ts';
import type { CorpusExport, Export } from './export.ts';
import { bureauFeeds, siteFeeds, topicFeeds, yearFeeds } from './feeds/feeds.ts';
import { formerAddresses } from './former-addresses.ts';
import { itemsTable } from './items.ts';
import { jsonSchemas, meetingJson, yearJson } from './json/meetings.ts';
import { akomaNtoso } from './linked/akoma-ntoso.ts';
import { ocdEvent } from './linked/ocd.ts';
import { oparlDeleted, oparlFrame, oparlMeeting, oparlMeetings } from './linked/oparl.ts';
import { popoloMeeting, popoloOrganisations } from './linked/popolo.ts';
import { MEMBERS_FILE, membersFile } from './members.ts';
import { portalFeeds } from './feeds/portal-feed.ts';
import { openSearch } from './opensearch.ts';
import { bundles } from './bundles.ts';
import { guideForPrograms } from './guide-for-programs.ts';
import { robotsFile } from './robots.ts';

/** Every file beside the pages, in the order they are written. A new format is a row here and a file beside. */
export const EXPORTS: readonly Export[] = [
  itemsTable,
  fileOf('data/former-addresses.json', formerAddresses),
  fileOf('corrections/feed.xml', correctionsFeed),
  decisionsLists,
  siteFeeds,
  yearFeeds,
  bureauFeeds,
  topicFeeds,
  fileOf('opensearch.xml', openSearch),
  ...downloads,
  meetingJson,
  yearJson,
  jsonSchemas,
  ...TABLES.map((table) => table.export),
  csvMetadata,
  oparlMeeting,
  oparlMeetings,
  oparlFrame,
  oparlDeleted,
  fileOf('data/popolo/organizations.json', popoloOrganisations),
  popoloMeeting,
  ocdEvent,
  akomaNtoso,
  bundles,
  catalogue,
  fileOf(MEMBERS_FILE, membersFile),
  portalFeeds,
  changedSentences,
  fileOf('robots.txt', robotsFile),
  fileOf('llms.txt', guideForPrograms),
];

/** One file over the corpus; none where `write` says null. */
function fileOf(
  path: string,
  write: (...input: Parameters<CorpusExport['files']>) => string | null,
): CorpusExport {
  return {
    kind: 'corpus',
    files: (corpus, site) => {
      const content = write(corpus, site);
      return content === null ? [] : [{ path, content }];
    },
  };
}

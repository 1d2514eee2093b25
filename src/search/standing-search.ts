/** What of the search of a site stands there as it was made, by paths below the root of the site. */
export interface StandingSearch {
  /** Whether a file stands there. */
  hasFile(path: string): boolean;
  /** Whether a folder stands there with the files of this state, and no others: then nobody asks for each. */
  hasFolder(folder: string, state: string): boolean;
}

/** Of a site that isn't there yet. */
export const NOTHING_STANDING: StandingSearch = { hasFile: () => false, hasFolder: () => false };

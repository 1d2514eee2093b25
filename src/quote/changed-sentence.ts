/** A sentence that stood in published minutes until a change replaced or removed it. */
export interface ChangedSentence {
  /** The page of the minutes, and that of the version that had the sentence, below the site's base. */
  readonly path: string;
  readonly versionPath: string;
  readonly title: string;
  /** The minute (Beijing) of the change. */
  readonly changed: string;
  readonly kind: string;
  readonly before: string;
  /** '' when the sentence was removed. */
  readonly after: string;
  /** Both in one, character by character. */
  readonly pieces: readonly { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }[];
}

/** Where the changed sentences of a site stand, below its base. */
export const CHANGES_FILE = 'quote/changes.json';

/** The picture of an emblem that the operator put beside the minutes; the repository holds none (R1.8). */
export interface EmblemFile {
  /** `emblem.svg` or `emblem.png`: its address below the root of the site. */
  readonly name: string;
  /** As people know it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The names that an emblem may have in the content folder. */
export const EMBLEM_NAMES: readonly string[] = ['emblem.svg', 'emblem.png'];

/** A paper document (PDF) that was made of minutes as they are. */
export interface PaperFile {
  /** Where it lies on this machine. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Of its bytes, so that a damaged file is never published. */
  readonly sha256: string;
}

/** The content folder a command works on: `CONTENT_DIR` of the environment, else `content`. */
export function contentDirOf(environment: Readonly<Record<string, string | undefined>>): string {
  const dir = environment['CONTENT_DIR'];
  return dir === undefined || dir === '' ? 'content' : dir;
}

import { MANIFEST_FORMAT, MANIFEST_PATH } from '../../manifest.ts';
import { timeLimit } from '../time-limit.ts';
import type { SiteFault } from './joint-service.ts';

/** How long a member may take to say that it is there, in milliseconds. */
const LONGEST = 8000;

/**
 * Asks the search in the directory at `root` for its manifest, the one small file that tells its form.
 * Null when it can be searched; never rejects.
 */
export async function probeSearch(root: string): Promise<SiteFault | null> {
  try {
    const response = await fetch(root + MANIFEST_PATH, {
      cache: 'no-cache',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: timeLimit(LONGEST),
    });
    return response.ok ? faultOf(await response.json()) : { kind: 'down' };
  } catch {
    return { kind: 'down' };
  }
}

function faultOf(manifest: unknown): SiteFault | null {
  if (typeof manifest !== 'object' || manifest === null || !('format' in manifest)) return { kind: 'down' };
  const { format } = manifest;
  if (typeof format !== 'number') return { kind: 'down' };
  return format === MANIFEST_FORMAT ? null : { kind: 'version', theirs: format };
}

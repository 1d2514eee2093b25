import { sha256Of } from '../../minutes/sha256.ts';
import { parseSums, type Hashes } from '../sums.ts';

/**
 * The page that holds a page of the site, or a file that somebody has, against the list of hashes. All
 * is reckoned in the browser; a file that is chosen goes nowhere.
 */

interface Answer {
  readonly good: boolean;
  readonly text: string;
  readonly hash: string | null;
}

function start(root: HTMLElement): void {
  const base = root.dataset['base'] ?? '/';
  const status = root.querySelector('[role="status"]');
  const form = root.querySelector('form');
  const address = root.querySelector<HTMLInputElement>('input[name="address"]');
  const file = root.querySelector<HTMLInputElement>('input[type="file"]');
  if (status === null || form === null || address === null || file === null) return;
  const show = (work: Promise<Answer>): void => {
    status.replaceChildren('正在核对……');
    void work
      .catch((): Answer => ({ good: false, text: '取不到文件，没能核对；检查网络再试一次', hash: null }))
      .then((answer) => {
        status.replaceChildren(...linesOf(answer));
      });
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show(verifyAddress(address.value.trim(), base));
  });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (chosen !== undefined) show(verifyFile(chosen, base));
  });
  const asked = new URL(location.href).searchParams.get('address');
  if (asked !== null) address.value = asked;
}

function linesOf({ good, text, hash }: Answer): readonly Node[] {
  const lines = [good ? `✓ ${text}` : text, ...(hash === null ? [] : [`SHA-256：${hash}`])];
  return lines.map((line) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    return paragraph;
  });
}

async function verifyAddress(address: string, base: string): Promise<Answer> {
  const path = pathOf(address, base);
  if (path === null) return { good: false, text: '这不是本站的网址', hash: null };
  const listed = (await loadSums(base)).get(path);
  if (listed === undefined)
    return { good: false, text: `校验文件里没有“${path}”，本站没有公开过它`, hash: null };
  const hash = await hashOf(await load(base + path.replace(/(^|\/)index\.html$/u, '$1')));
  return hash === listed
    ? { good: true, text: `“${path}”与校验文件相符`, hash }
    : { good: false, text: `“${path}”与校验文件不符：收到的内容被改动过`, hash };
}

async function verifyFile(file: File, base: string): Promise<Answer> {
  const hash = await hashOf(await file.arrayBuffer());
  const found = [...(await loadSums(base))].find(([, listed]) => listed === hash)?.[0];
  return found === undefined
    ? {
        good: false,
        text: `本站现在没有与“${file.name}”完全相同的文件：它被改动过，或者是更正以前的版本`,
        hash,
      }
    : { good: true, text: `“${file.name}”就是本站的“${found}”，一个字节也不差`, hash };
}

/** The file that an address of the site stands for; null for one of another site. */
function pathOf(address: string, base: string): string | null {
  const home = new URL(base, location.href);
  // An address may name the host that the site has in public, while it is read at another.
  const { pathname } = new URL(address, home);
  if (!pathname.startsWith(home.pathname)) return null;
  const path = decodeURI(pathname.slice(home.pathname.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

async function loadSums(base: string): Promise<Hashes> {
  const sums = parseSums(new TextDecoder().decode(await load(`${base}SHA256SUMS`)));
  if (sums === null) throw new Error('SHA256SUMS has another form');
  return sums;
}

async function load(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url, { cache: 'no-store' });
  if (!response.ok) throw new Error(`${url}: ${String(response.status)}`);
  return response.arrayBuffer();
}

/** Browsers keep their own reckoning to encrypted pages; elsewhere ours does, a little slower. */
async function hashOf(bytes: ArrayBuffer): Promise<string> {
  if (!window.isSecureContext) return sha256Of(new Uint8Array(bytes));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const root = document.querySelector<HTMLElement>('#verify');
if (root !== null) start(root);

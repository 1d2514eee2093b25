import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nginxConfig, nginxTestConfig } from '../../src/hosting/nginx.ts';
import type { Place } from '../../src/hosting/place.ts';
import type { BuiltSite } from '../site/build.ts';
import { membersOf, type Server } from './plain-server.ts';

const MIME_TYPES = '/etc/nginx/mime.types';

/** Whether this machine has nginx; elsewhere the tests use a server with the same headers. */
export function hasNginx(): boolean {
  return spawnSync('nginx', ['-v'], { env: environment() }).status === 0;
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` };
}

/** The configuration with what stands around it in the `nginx.conf` of Debian. */
function around(folder: string, server: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  return `${process.getuid?.() === 0 ? 'user root;\n' : ''}daemon off;
worker_processes auto;
pid ${join(folder, 'pid')};
error_log stderr;
events { worker_connections 768; }
http {
include ${MIME_TYPES};
default_type application/octet-stream;
access_log off;
${temporary.join('\n')}
${server}
}
`;
}

/** What `nginx -t` says of the configuration as it is shipped; '' when it finds nothing, not even to warn of. */
export function checkNginx(place: Place): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-nginx-check-'));
  try {
    const [certificate, key] = [join(folder, 'jiyao.pem'), join(folder, 'jiyao.key')];
    writeFileSync(
      certificate,
      readFileSync(join(import.meta.dirname, '../fixtures/hosting/certificate.pem')),
    );
    writeFileSync(key, readFileSync(join(import.meta.dirname, '../fixtures/hosting/key.pem')));
    const shipped = nginxConfig(place)
      .replaceAll('/etc/ssl/jiyao.pem', certificate)
      .replaceAll('/etc/ssl/jiyao.key', key)
      .replaceAll(/listen .*\b80;/gu, 'listen 127.0.0.1:18080;')
      .replaceAll(/listen .*\b443 ssl;/gu, 'listen 127.0.0.1:18443 ssl;');
    const config = join(folder, 'nginx.conf');
    writeFileSync(config, around(folder, shipped.replaceAll(/(listen [^\n]*)\n\s*\1/gu, '$1')));
    const { status, stderr } = spawnSync('nginx', ['-t', '-q', '-c', config, '-p', folder], {
      encoding: 'utf8',
      env: environment(),
    });
    return status === 0 ? stderr : `${String(status)} ${stderr}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Serves a built site with nginx and the shipped headers, without encryption, at a port of this machine. */
export async function serveWithNginx(
  { dir, base }: BuiltSite,
  former: Pick<Place, 'moved' | 'gone'>,
): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-nginx-'));
  const root = join(folder, 'root');
  const target = join(root, base.replace(/\/$/u, ''));
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(dir, target);
  const port = await freePort();
  const config = join(folder, 'nginx.conf');
  writeFileSync(
    config,
    around(
      folder,
      nginxTestConfig(
        { host: 'localhost', base, root: base === '/' ? target : root, ...former, members: membersOf(dir) },
        port,
      ),
    ),
  );
  const nginx = spawn('nginx', ['-c', config, '-p', folder], { stdio: 'ignore', env: environment() });
  const url = `http://127.0.0.1:${String(port)}${base}`;
  const ended = new Promise<void>((resolve) => {
    nginx.once('close', () => {
      resolve();
    });
  });
  await untilAnswered(url);
  return {
    url,
    async close() {
      nginx.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function untilAnswered(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
  throw new Error('nginx does not answer');
}

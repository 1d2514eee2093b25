import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** `npm run dev`: Astro's development server with its own options, which tells nobody that it runs. */
const astro = dirname(createRequire(import.meta.url).resolve('astro/package.json'));
const { status } = spawnSync(
  process.execPath,
  [join(astro, 'bin', 'astro.mjs'), 'dev', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  },
);
process.exitCode = status ?? 2;

import { defineConfig, passthroughImageService } from 'astro/config';

const { BASE_PATH } = process.env;

/**
 * Pages are compiled once, to a bundle that prints them from their views (src/bundle/server.ts); the
 * build command does the rest. The development server finds the views by itself.
 */
const jiyao = {
  name: 'jiyao',
  hooks: {
    'astro:config:setup': ({ command, addMiddleware, updateConfig }) => {
      if (command === 'dev') {
        // The development server shows drafts; a build does so only when it is asked to.
        process.env.PREVIEW = '1';
        addMiddleware({ entrypoint: new URL('src/loader/dev-pages.ts', import.meta.url), order: 'pre' });
      } else {
        // The bundle stands in a cache folder, away from the packages: it holds what it needs of them.
        updateConfig({ vite: { ssr: { noExternal: true } } });
      }
    },
    'astro:config:done': ({ setAdapter }) => {
      setAdapter({
        name: 'jiyao',
        entrypointResolution: 'auto',
        serverEntrypoint: new URL('src/bundle/server.ts', import.meta.url),
        supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
      });
    },
  },
};

export default defineConfig({
  output: 'server',
  base: BASE_PATH || '/',
  outDir: './.cache/astro',
  trailingSlash: 'always',
  // JSX rules: line breaks between elements never become spaces between Chinese characters.
  compressHTML: 'jsx',
  build: { format: 'directory', inlineStylesheets: 'never' },
  adapter: jiyao,
  devToolbar: { enabled: false },
  image: { service: passthroughImageService() },
  // Nothing inline: the content security policy allows no inline script or style.
  vite: { build: { assetsInlineLimit: 0 } },
});

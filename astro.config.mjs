import { defineConfig } from 'astro/config';

const { SITE_URL, BASE_PATH, OUT_DIR } = process.env;

export default defineConfig({
  output: 'static',
  ...(SITE_URL ? { site: SITE_URL } : {}),
  base: BASE_PATH || '/',
  outDir: OUT_DIR || './dist',
  trailingSlash: 'always',
  // JSX rules: line breaks between elements never become spaces between Chinese characters.
  compressHTML: 'jsx',
  build: { format: 'directory', inlineStylesheets: 'never' },
  integrations: [
    {
      name: 'jiyao-preview',
      hooks: {
        // The development server shows drafts; a build does so only when it is asked to.
        'astro:config:setup': ({ command }) => {
          if (command === 'dev') process.env.PREVIEW = '1';
        },
      },
    },
  ],
  devToolbar: { enabled: false },
  // Nothing inline: the content security policy allows no inline script or style.
  vite: { build: { assetsInlineLimit: 0 } },
});

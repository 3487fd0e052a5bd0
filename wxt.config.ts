import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Rollup } from 'vite';
import { defineConfig } from 'wxt';
import { contentScriptSource } from './entrypoints/shared/content-script.ts';
import { allMatches, families, matchesOf } from './readers/sites.ts';

/** Oldest browsers with all that is used: `documentId`, `use_dynamic_url` by redirect, `sidePanel.open`; Firefox: event pages of MV3. */
const oldest = { chromium: '130', firefox: '140.0' };

/** Nothing from elsewhere, no inline script or style sheet, no text turned into markup or code. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  // Made by the background alone (`entrypoints/background/acts.ts`), for one file of our own.
  'trusted-types own-files',
].join('; ');

/** A script of its own for each family, not one of WXT's content scripts: those tell the page that they run, and our id. */
const contentScript = (family: string) => ({
  matches: matchesOf(family),
  js: [`${family}.js`],
  run_at: 'document_idle' as const,
});

/** Built smaller, at the price of a longer build: what runs in pages and what a stopped worker has to start with. */
const small = new Set(['background', 'acts', 'join', 'words', 'skeleton', 'detect', ...families]);

/** Has the framed panel join before anything of it is drawn: a script of its own, ahead of the page's bundle. */
const joinFirst = {
  name: 'join-first',
  transformIndexHtml: {
    order: 'post' as const,
    handler: (_html: string, { path }: { path: string }) =>
      path.endsWith('/panel/index.html')
        ? [{ tag: 'script', attrs: { src: '/join.js' }, injectTo: 'head-prepend' as const }]
        : [],
  },
};

/**
 * What the framed panel draws first lies in one file, which other pages use too: each further file would cost it some
 * milliseconds beside the meeting.
 */
function firstSight(): (id: string, meta: Rollup.ManualChunkMeta) => string | undefined {
  let needed: Set<string> | null = null;
  const neededBy = ({ getModuleInfo, getModuleIds }: Rollup.ManualChunkMeta): Set<string> => {
    const panel = [...getModuleIds()].find((each) => each.endsWith('/entrypoints/panel/main.tsx'));
    const found = new Set(panel === undefined ? [] : getModuleInfo(panel)?.importedIds);
    for (const each of found) for (const next of getModuleInfo(each)?.importedIds ?? []) found.add(next);
    return found;
  };
  return (id, meta) => {
    needed ??= neededBy(meta);
    return needed.has(id) ? 'first-sight' : undefined;
  };
}

export default defineConfig({
  imports: false,
  hooks: {
    'entrypoints:found'(wxt, found) {
      const folder = resolve(wxt.config.wxtDir, 'content-scripts');
      mkdirSync(folder, { recursive: true });
      for (const family of families) {
        const inputPath = resolve(folder, `${family}.ts`);
        writeFileSync(inputPath, contentScriptSource(family, '../..'));
        found.push({ name: family, inputPath, type: 'unlisted-script' });
      }
    },
    'vite:build:extendConfig'(entrypoints, config) {
      if (entrypoints.some(({ name }) => name === 'panel')) {
        config.build ??= {};
        config.build.rollupOptions = {
          ...config.build.rollupOptions,
          output: { ...config.build.rollupOptions?.output, manualChunks: firstSight() },
        };
      }
      if (!entrypoints.every((entrypoint) => small.has(entrypoint.name))) return;
      config.build ??= {};
      config.build.minify = 'terser';
      config.build.terserOptions = {
        ecma: 2020,
        compress: { pure_getters: true },
      };
    },
  },
  // One Dexie in each bundle, as a module for browsers of today: the package's own entry is made for old ones.
  vite: () => ({
    plugins: [joinFirst],
    build: {
      rollupOptions: {
        // React's marks for servers mean nothing here.
        onwarn: (warning, tell) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : tell(warning)),
      },
    },
    resolve: { alias: { dexie: resolve(import.meta.dirname, 'node_modules/dexie/dist/modern/dexie.mjs') } },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    short_name: '__MSG_shortName__',
    description: '__MSG_description__',
    default_locale: 'en',
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'contextMenus',
      'alarms',
      'activeTab',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: [...allMatches],
    optional_permissions: ['notifications'],
    // Asked for one host at a time, where the user wants a page read; without encryption only nearby (`records/added-site.ts`).
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    // A site that people run themselves has no address of its own: its script is registered where the user adds it.
    content_scripts: families.filter((family) => matchesOf(family).length > 0).map(contentScript),
    content_security_policy: { extension_pages: policy },
    // Framed wherever the user wants a page read, under an address that changes with every session: nobody else can know it.
    web_accessible_resources: [
      {
        resources: ['panel.html'],
        matches: ['https://*/*', 'http://*/*'],
        // Firefox has no such thing.
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    action: { default_title: '__MSG_shortName__', default_popup: 'popup.html' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+R' } },
      'capture-tip': { suggested_key: { default: 'Alt+Shift+T' }, description: '__MSG_captureTip__' },
      ...(browser === 'firefox'
        ? { _execute_sidebar_action: { suggested_key: { default: 'Alt+Shift+P' } } }
        : { 'open-side-panel': { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_openSidePanel__' } }),
    },
    incognito: 'not_allowed',
    ...(browser === 'firefox'
      ? {
          sidebar_action: {
            default_panel: 'sidepanel.html',
            default_title: '__MSG_shortName__',
            default_icon: { 16: 'icon/16.png', 32: 'icon/32.png' },
            open_at_install: false,
          },
          browser_specific_settings: {
            gecko: {
              id: 'renmai@renmai.example',
              strict_min_version: oldest.firefox,
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: oldest.chromium, side_panel: { default_path: 'sidepanel.html' } }),
  }),
});

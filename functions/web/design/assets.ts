import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { type DesignFile, designText, designVersion, FONTS, fontPath } from './design-files.ts';

const YEAR = 'public, max-age=31536000, immutable';
const DAY = 'public, max-age=86400';

const TYPES: Readonly<Record<DesignFile, string>> = {
  'console.css': 'text/css',
  'public.css': 'text/css',
  'console.js': 'text/javascript',
  'public.js': 'text/javascript',
  'htmx.js': 'text/javascript',
  'workspace.js': 'text/javascript',
};

/** Serve these style sheets and scripts with the typeface and the mark below a path. */
function filesUnder(path: '/assets' | '/s/assets', names: readonly DesignFile[]): Hono {
  const app = new Hono();
  for (const name of names)
    app.get(`${path}/${name}`, (c) => {
      // During a deployment, the page of one version can ask the function of another.
      const kept = c.req.query('v') === designVersion(name) ? YEAR : 'no-cache';
      return c.body(designText(name), 200, {
        'Content-Type': `${TYPES[name]}; charset=utf-8`,
        'Cache-Control': kept,
      });
    });
  app.get(`${path}/rida.svg`, (c) =>
    c.body(designText('rida.svg'), 200, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Cache-Control': DAY,
    }),
  );
  app.get(`${path}/fonts/:name`, (c) => {
    const name = FONTS.find((one) => one === c.req.param('name'));
    if (name === undefined) return c.notFound();
    return c.body(readFileSync(fontPath(name)), 200, {
      'Content-Type': 'font/woff2',
      'Cache-Control': YEAR,
    });
  });
  return app;
}

/** Style, script, typeface and mark of the pages of staff. */
export const assets = filesUnder('/assets', ['console.css', 'console.js', 'htmx.js', 'workspace.js']);

/** Style, script, typeface and mark of the public pages. */
export const publicAssets = filesUnder('/s/assets', ['public.css', 'public.js']);

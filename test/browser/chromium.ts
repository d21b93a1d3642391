import { existsSync } from 'node:fs';
import { type Browser, type BrowserServer, chromium } from 'playwright-core';

/**
 * The shell draws the same pages as the whole browser with less than half of its processor time. The
 * script of its package in /usr/bin starts it as a child, which a kill of the script would leave alive.
 */
const PLACES = ['/usr/lib/chromium/chromium-headless-shell', '/usr/bin/chromium'] as const;

const executablePath = process.env.RIDA_CHROMIUM ?? PLACES.find((path) => existsSync(path)) ?? PLACES[0];

const HOW = `no Chromium at ${executablePath}: apt-get install chromium-headless-shell, or set RIDA_CHROMIUM`;

/** Return whether a browser can start. If none can, print so once, or fail if everything is required. */
export function haveChromium(): boolean {
  if (existsSync(executablePath)) return true;
  if (process.env.RIDA_REQUIRE_ALL === '1') throw new Error(HOW);
  console.warn(`\nBROWSER TESTS DO NOT RUN: ${HOW}\n`);
  return false;
}

const OPTIONS = {
  executablePath,
  args: [
    ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    // A microphone that beeps, with permission granted.
    ...['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
  ],
};

/** Start a browser of this process alone. */
export const launch = (): Promise<Browser> => chromium.launch(OPTIONS);

/** Start a browser that several processes share by its address. */
export const serveBrowser = (): Promise<BrowserServer> => chromium.launchServer(OPTIONS);

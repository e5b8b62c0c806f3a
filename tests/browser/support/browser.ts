import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const CHROMIUM = process.env['CLEANCLAIM_CHROMIUM'] ?? '/usr/bin/chromium';

export const hasChromium = existsSync(CHROMIUM);
if (!hasChromium)
  console.warn(
    `Browser tests skipped: no Chromium at ${CHROMIUM}. Install it (Debian: apt-get install chromium) or set CLEANCLAIM_CHROMIUM.`,
  );

interface Options {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

/** A fresh browser with its own empty profile; nothing of it talks to anyone but the test's server. */
export async function openBrowser({ width = 1280, height = 900, dark = false }: Options = {}): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'cleanclaim-')), {
    executablePath: CHROMIUM,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // How long a page that hangs is waited for; a loaded machine takes long for what a quiet one does at once.
  context.setDefaultTimeout(40_000);
  return context;
}

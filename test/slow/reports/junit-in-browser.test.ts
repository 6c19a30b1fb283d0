import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { junit } from '../../../cli/reporters/junit.ts';
import { AROUND, anyReport } from '../../cli/reporters/some-report.ts';

/** What of a browser is used here; the functions that name it run there. */
declare const DOMParser: new () => {
  parseFromString(
    text: string,
    type: 'application/xml',
  ): {
    querySelector(selector: string): { readonly textContent: string | null } | null;
    querySelectorAll(selector: string): { readonly length: number };
  };
};

const CHROMIUM = '/usr/bin/chromium';
const runs = existsSync(CHROMIUM);

let browser: Browser;
beforeAll(async () => {
  if (runs) browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
});
afterAll(() => browser?.close());

describe.skipIf(!runs)('the XML parser of a browser', () => {
  test('reads JUnit whose findings say anything at all, with a failure for each', async () => {
    const reports = fc.sample(anyReport, { numRuns: 300, seed: 5 });
    const page = await browser.newPage();
    const seen = await page.evaluate(
      (documents) =>
        documents.map((text) => {
          const document = new DOMParser().parseFromString(text, 'application/xml');
          const error = document.querySelector('parsererror')?.textContent ?? '';
          return { error, failures: document.querySelectorAll('failure').length };
        }),
      reports.map((report) => junit(report, AROUND)),
    );
    expect(seen.filter(({ error }) => error !== '')).toEqual([]);
    for (const [index, { findings }] of reports.entries()) {
      const small = new Set(findings.filter(({ book }) => book === 'small').map(({ rule }) => rule)).size;
      const strays = findings.filter(({ book }) => book === '').length;
      expect(seen[index]?.failures).toBe(small + strays);
    }
  });

  test('refuses what is not well-formed', async () => {
    const page = await browser.newPage();
    const error = await page.evaluate(
      () =>
        new DOMParser().parseFromString('<a>&</a>', 'application/xml').querySelector('parsererror') !== null,
    );
    expect(error).toBe(true);
  });
});

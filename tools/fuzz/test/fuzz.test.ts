import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { PlayReport } from '../src/fuzz-vendor.ts';
import * as vendors from '../src/vendors/index.ts';

// In a process of its own, whose end shows that nothing keeps it, and that nobody's failure went unheard

type Report = PlayReport & { readonly rejections: readonly string[] };

interface Outcome {
  readonly reports: readonly Report[];
  readonly stderr: string;
  readonly exitCode: number | null;
}

async function fuzz(vendor: string): Promise<Outcome> {
  const main = join(__dirname, '..', 'src', 'main.ts');
  const child = spawn(
    process.execPath,
    ['--conditions=@modelferry/source', main, '--json', '--only', `${vendor} `],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const [[exitCode], stdout, stderr] = await Promise.all([
    once(child, 'exit') as Promise<[number | null]>,
    text(child.stdout),
    text(child.stderr),
  ]);
  const reports = stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Report]));
  return { reports, stderr, exitCode };
}

const catalogs = Object.values(vendors).map(({ catalog }) => catalog);
const outcomes = new Map<string, Outcome>();

beforeAll(async () => {
  await Promise.all(catalogs.map(async ({ vendor }) => outcomes.set(vendor, await fuzz(vendor))));
}, 240_000);

describe.each(catalogs)(
  '$vendor',
  ({ vendor, operations, lookups, columnLookups, cancels = {}, triggers = [] }) => {
    const outcome = (): Outcome => {
      const found = outcomes.get(vendor);
      if (!found) throw new Error(`${vendor} was not run.`);
      return found;
    };

    test('whatever a server answers, all ends with a result or an error of ours, and no secret is told', () => {
      const wrong = outcome().reports.filter(({ failure, rejections }) => failure || rejections.length > 0);
      expect(wrong).toEqual([]);
    });

    test('whatever is put in, it is taken or refused by its name', () => {
      expect(outcome().reports.filter(({ inputs }) => inputs)).toEqual([]);
    });

    test('nothing is left that keeps the process, or that nobody heard of', () => {
      expect(outcome()).toMatchObject({ stderr: '', exitCode: 0 });
    });

    test('all that the catalog can do was run', () => {
      const names = [
        ...operations.map(({ resource, name }) => `${resource}.${name}`),
        ...Object.keys(lookups).map((name) => `lookup ${name}`),
        ...Object.keys(columnLookups).map((name) => `columns ${name}`),
        ...Object.keys(cancels).map((kind) => `cancel ${kind}`),
        ...triggers.map(({ name }) => `event ${name}`),
      ];
      expect(outcome().reports.map(({ name }) => name)).toEqual(names.map((name) => `${vendor} ${name}`));
    });

    test('the wrong answers lead to errors of many kinds', () => {
      const ends = new Set(outcome().reports.flatMap((report) => Object.keys(report.ends)));
      expect(ends.size).toBeGreaterThan(6);
      expect(ends).not.toContain('undefined');
    });
  },
);

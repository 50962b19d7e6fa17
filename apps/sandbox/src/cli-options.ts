import { parseArgs } from 'node:util';
import type { SandboxOptions } from './sandbox.ts';

export const usage = `npm run sandbox -- [flags]

Starts the vendors on localhost. Prints one line of JSON on stdout when ready: base URLs and demo credentials.

  --port <number>        port of the control server; storage and vendors take the ports after it (default: free ones)
  --state-dir <folder>   keep uploads here (default: a temporary folder, removed at the end)
  --seed <number>        ids, keys and models follow from it (default 1)
  --time-scale <number>  jobs advance with the clock, this many times as fast (default: with each status poll)
  --variants <a,b>       open points to switch to their other reading
  --help                 this text
`;

/** A flag that cannot be used; the message says why and what would do. */
export class BadFlag extends Error {}

/** @throws BadFlag */
export function readFlags(args: readonly string[]): SandboxOptions | 'help' {
  const flags = parse(args);
  if (flags.help) return 'help';
  return {
    port: number(
      '--port',
      flags.port,
      (value) => Number.isInteger(value) && value >= 0 && value <= 65_000,
      'a whole number from 0 to 65000',
    ),
    seed: number(
      '--seed',
      flags.seed,
      (value) => Number.isInteger(value) && value >= 0,
      'a whole number, 0 or more',
    ),
    timeScale: number(
      '--time-scale',
      flags['time-scale'],
      (value) => value > 0 && Number.isFinite(value),
      'a number above 0',
    ),
    stateDir: flags['state-dir'],
    variants: flags.variants?.split(',').map((name) => name.trim()),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        'state-dir': { type: 'string' },
        seed: { type: 'string' },
        'time-scale': { type: 'string' },
        variants: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new BadFlag(error instanceof Error ? error.message : String(error));
  }
}

function number(
  flag: string,
  text: string | undefined,
  allowed: (value: number) => boolean,
  wanted: string,
): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!allowed(value)) throw new BadFlag(`${flag} must be ${wanted}; it is "${text}".`);
  return value;
}

import { parseArgs } from 'node:util';
import { fuzzVendor } from './fuzz-vendor.ts';
import { tell } from './tell.ts';
import * as vendors from './vendors/index.ts';

const usage = `Usage: npm run fuzz -- [--seed <number>] [--runs <number>] [--only <text>] [--json]

  --seed   which of all possible runs; the same one gives the same runs (default: 1)
  --runs   how often each operation is run (default: 25)
  --only   only what has this in its name, as "datarobot", "dataset.upload" or "abeja lookup"
  --json   a line of JSON for each operation
`;

/** So long may the process live when all is over, in milliseconds: something keeps it alive otherwise. */
const afterlifeMs = 5_000;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      runs: { type: 'string', default: '25' },
      only: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const options = { seed: Number(values.seed), runs: Number(values.runs) };
  if (positionals.length > 0 || !Object.values(options).every(Number.isSafeInteger)) {
    process.stderr.write(usage);
    return 2;
  }
  const unhandled: unknown[] = [];
  process.on('unhandledRejection', (error) => unhandled.push(error));
  let wrong = 0;
  for (const vendor of [vendors.predictionOne, vendors.dataRobot, vendors.abeja]) {
    for await (const report of fuzzVendor(vendor as vendors.Vendor<unknown>, options, values.only)) {
      const rejections = unhandled.splice(0).map(String);
      if (report.failure || report.inputs || rejections.length > 0) wrong += 1;
      const line = values.json ? JSON.stringify({ ...report, rejections }) : tell(report, rejections);
      process.stdout.write(`${line}\n`);
    }
  }
  return wrong === 0 ? 0 : 1;
}

process.exitCode = await main();
setTimeout(() => {
  process.stderr.write(
    `Something is left that keeps the process: ${process.getActiveResourcesInfo().join(', ')}\n`,
  );
  process.exit(1);
}, afterlifeMs).unref();

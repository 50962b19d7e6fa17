import { nodeTransport } from '@modelferry/node-host';
import { startSandbox } from '@modelferry/sandbox';
import { strangeSignature } from './answers/apply-plan.ts';
import { fuzzPlay, type FuzzOptions, type FuzzReport } from './judge/fuzz-play.ts';
import { fuzzInputs, type InputFailure } from './inputs/fuzz-inputs.ts';
import { perform } from './judge/perform.ts';
import { openScene } from './judge/scene.ts';
import { playsOf } from './plays/plays-of.ts';
import { startStage } from './stage/stage.ts';
import type { Vendor } from './vendors/index.ts';

/** What came of one operation, lookup, cancel or event. */
export interface PlayReport extends FuzzReport {
  /** `datarobot dataset.upload` */
  readonly name: string;
  /** Of an operation: what is wrong with how it takes inputs. */
  readonly inputs?: InputFailure;
}

/** Inputs that are refused cost next to nothing. */
const inputsPerRun = 10;

/**
 * Runs all that a vendor's catalog can do, each over and over with wrong answers.
 * @param only a part of the names of what is run; an empty one is part of all
 * @throws Error when something does not work even with the right answers
 */
export async function* fuzzVendor<Client>(
  vendor: Vendor<Client>,
  options: FuzzOptions,
  only: string,
): AsyncGenerator<PlayReport> {
  const sandbox = await startSandbox();
  const stage = await startStage();
  const direct = nodeTransport();
  const node = nodeTransport({ proxy: { http: stage.address, https: stage.address } });
  try {
    for (const play of playsOf(vendor, sandbox.describe)) {
      const name = `${vendor.catalog.vendor} ${play.name}`;
      if (!name.includes(only)) continue;
      await sandbox.reset();
      const before = await openScene(direct);
      const inputs = await play.prepare(before.world).finally(before.close);
      const tape = stage.record();
      const { result } = await perform(play, inputs, node, stage);
      if (result?.status !== 'fulfilled')
        throw new Error(`${name} does not work as it is.`, { cause: result?.reason });
      const description = sandbox.describe();
      const secrets = [...vendor.secretsOf(description), strangeSignature];
      const law = { secrets, origins: vendor.originsOf(description) };
      const seed = options.seed + numberOf(name);
      const report = await fuzzPlay({ play, inputs, tape, stage, node, law }, { ...options, seed });
      const operation = vendor.catalog.operations.find((one) => `${one.resource}.${one.name}` === play.name);
      const inputRuns = { seed, runs: inputsPerRun * options.runs };
      yield {
        ...{ name, ...report },
        inputs: operation && (await fuzzInputs(operation, vendor, description, inputRuns)),
      };
    }
  } finally {
    await Promise.all([node.close(), direct.close()]);
    await Promise.all([stage.close(), sandbox.close()]);
  }
}

/** A number of its own for each name, so that no two are struck by the same wrongs. */
const numberOf = (name: string): number =>
  [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7);

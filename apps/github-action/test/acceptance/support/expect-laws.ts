import type { ActionResult } from '@modelferry/github-runner';
import type { OnStage } from './on-stage.ts';
import { expectSecretsNowhere } from './secrets-nowhere.ts';

/** What holds whatever a test is about. */
export async function expectLaws(
  stage: OnStage,
  results: readonly ActionResult[],
  secrets: readonly string[],
): Promise<void> {
  const { sandbox } = stage;
  // A fault that nobody met has proved nothing
  expect(sandbox.faults.unconsumed().map(({ kind, operation, hits }) => ({ kind, operation, hits }))).toEqual(
    [],
  );
  expect(results.flatMap(({ main, post }) => [...main.leaks, ...post.leaks])).toEqual([]);
  expect((await stage.files()).filter((path) => /\.part$|\.tmp$/.test(path))).toEqual([]);
  await expectSecretsNowhere(stage, results, secrets);
}

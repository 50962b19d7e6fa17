import type { ActionResult, StageResult } from '@modelferry/github-runner';
import { expectNoSecrets } from '@modelferry/testkit';
import type { OnStage } from './on-stage.ts';

/** How every key of the sandbox begins, also one that came with an answer and was never described. */
const anyKey = /sandbox-(?:secret|train|deploy|retrain|prediction)-key-/;

/** A signature that is still readable, of a URL that nobody has used. */
const signature = /signature(?:=|%3D)(?!\*\*\*)[^&\s"'<]+/i;

/**
 * Fails when a secret stands anywhere that a run has left something, in any form it may travel in: as it is, encoded for
 * URLs, in JSON, in hexadecimal, in base64 of itself or of something that contains it. Presigned queries count among them.
 */
export async function expectSecretsNowhere(
  { sandbox, files }: OnStage,
  results: readonly ActionResult[],
  secrets: readonly string[],
): Promise<void> {
  const left = results.flatMap(({ main, post }) => [leftBy(main), leftBy(post)]);
  expectNoSecrets([left, await files(), sandbox.requests()], secrets);
  for (const pattern of [anyKey, signature]) expect(JSON.stringify(left)).not.toMatch(pattern);
  expect(sandbox.state().credentialLeaks).toBe(0);
}

/** The heading is the runner's own: it shows the inputs before the action is there to hide them. */
const leftBy = ({ lines, outputs, state, summary, annotations, warnings }: StageResult) => ({
  lines: lines.filter(({ stream }) => stream !== 'runner').map(({ text }) => text),
  ...{ outputs, state, summary, annotations, warnings },
});

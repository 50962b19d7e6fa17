import { stringify } from 'yaml';
import { checkWithLanguageService } from './check-with-language-service.ts';
import type { TextFault } from './text-fault.ts';
import type { WorkflowStep } from './workflow-steps.ts';

/** Steps in a `parallel` block, in which the language service does not look at inputs: each is put to it alone. */
export async function checkNestedSteps(
  root: string,
  steps: readonly WorkflowStep[],
): Promise<readonly TextFault[]> {
  const nested = steps.filter((step) => step.nested && step.uses !== undefined);
  const found = nested.map(async ({ uses, map, line }) => {
    const step = { uses, with: map.toJSON().with as unknown };
    const alone = { on: 'push', jobs: { alone: { 'runs-on': 'ubuntu-latest', steps: [step] } } };
    const faults = await checkWithLanguageService(root, 'workflow', stringify(alone));
    return faults
      .filter(({ message }) => aboutAction.test(message))
      .map(({ message }) => ({ line, message }));
  });
  return (await Promise.all(found)).flat();
}

/** Of a step that is taken out of its job, expressions cannot be judged. */
const aboutAction = /action input|required input|resolve action/;

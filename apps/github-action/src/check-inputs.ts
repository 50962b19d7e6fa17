import { InputError, isInputError, type InputFault } from '@modelferry/http';
import { hostInputNames } from './face/index.ts';
import { inputText, type Environment } from './inputs/input-text.ts';
import { readInputs, type GivenInputs } from './inputs/read-inputs.ts';
import { namedOutputFolder, workspaceFolder } from './run/output-folder.ts';
import type { Step } from './step.ts';

/** Everything that a step was given, fit to be used. */
export interface CheckedInputs {
  readonly given: GivenInputs;
  /** The folder that the user has named for files. */
  readonly outputFolder: string | undefined;
}

/** Reads and checks what the workflow file says. @throws InputError with every fault at once */
export async function checkInputs(
  { face, operation }: Step,
  env: Environment,
  signal: AbortSignal,
): Promise<CheckedInputs> {
  const faults: InputFault[] = [];
  const gather = (error: unknown): undefined => {
    if (!isInputError(error)) throw error;
    faults.push(...error.faults);
  };
  const given = await readInputs({ face, operation, env, workspace: workspaceFolder(env), signal }).catch(
    gather,
  );
  let outputFolder: string | undefined;
  try {
    outputFolder = namedOutputFolder(inputText(env, hostInputNames.outputDir), env);
  } catch (error) {
    gather(error);
  }
  if (!given || faults.length > 0) throw new InputError(faults);
  return { given, outputFolder };
}

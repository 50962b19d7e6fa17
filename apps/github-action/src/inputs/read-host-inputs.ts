import type { InputFault } from '@modelferry/http';
import { notOneOf } from '@modelferry/operation';
import { hostInputNames, type ActionInput } from '../face/index.ts';
import { inputText, type Environment } from './input-text.ts';

/** What becomes of a job that nobody waits for any longer. */
export type JobPolicy = 'abort' | 'detach';

/** What the host itself was told. */
export interface HostInputs {
  /** Where files go. @default a fresh temporary folder */
  readonly outputDir?: string;
  readonly ifNoFilesFound: 'error' | 'warn' | 'ignore';
  readonly onTimeout: JobPolicy;
  readonly onCancel: JobPolicy;
}

/** Inputs of the host. One that an action does not have gets the value that does nothing. */
export function readHostInputs(
  inputs: readonly ActionInput[],
  env: Environment,
): { readonly host: HostInputs; readonly faults: readonly InputFault[] } {
  const faults: InputFault[] = [];
  const choose = <Word extends string>(name: string, otherwise: Word): Word => {
    const input = inputs.find((one) => one.name === name);
    const text = input && (inputText(env, name) ?? input.default);
    if (text === undefined) return otherwise;
    if (input?.choices?.includes(text)) return text as Word;
    faults.push({ field: name, ...refusal(name, text, input?.choices ?? []) });
    return otherwise;
  };
  const host: HostInputs = {
    outputDir: inputText(env, hostInputNames.outputDir),
    ifNoFilesFound: choose(hostInputNames.ifNoFilesFound, 'error'),
    onTimeout: choose(hostInputNames.onTimeout, 'detach'),
    onCancel: choose(hostInputNames.onCancel, 'detach'),
  };
  return { host, faults };
}

function refusal(name: string, given: string, choices: readonly string[]): Omit<InputFault, 'field'> {
  if (!choices.includes('abort') && choices.includes('detach')) {
    return {
      problem: 'can only be detach: the vendor documents no way to end a job',
      remedy: `Leave out \`${name}\`; the job goes on, and its ID is kept for a later wait.`,
    };
  }
  return notOneOf(given, choices);
}

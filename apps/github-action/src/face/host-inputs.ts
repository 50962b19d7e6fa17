import type { Operation } from '@modelferry/operation';
import type { ActionInput } from './face.ts';

/** Names of the inputs that every action has from the host, whoever the vendor is. */
export const hostInputNames = {
  outputDir: 'output-dir',
  ifNoFilesFound: 'if-no-files-found',
  onTimeout: 'on-timeout',
  onCancel: 'on-cancel',
} as const;

const asked = { required: false, secret: false } as const;

/** Inputs that the host adds to those of the operation. */
export function hostInputs(operation: Operation): readonly ActionInput[] {
  const kinds = new Set(operation.inputFields.map(({ kind }) => kind));
  const reads = kinds.has('file') || kinds.has('rows');
  const saves =
    operation.result === 'rows' || operation.outputFields.some(({ kind }) => kind === 'saved-file');
  return [
    ...(waitsForJob(operation) ? [whenOver('timeout', operation), whenOver('cancel', operation)] : []),
    ...(reads ? [ifNoFilesFound] : []),
    ...(saves ? [outputDir] : []),
  ];
}

/** Whether the operation may end before the job does that it waits for. */
export const waitsForJob = ({ outputFields }: Operation): boolean =>
  outputFields.some(({ name }) => name === 'pending');

const ifNoFilesFound: ActionInput = {
  ...asked,
  name: hostInputNames.ifNoFilesFound,
  type: 'enum',
  description:
    'What to do when a path or glob matches no file. One of: error (fail the step), warn (end it well, with a warning and nothing done), ignore (the same without the warning).',
  default: 'error',
  choices: ['error', 'warn', 'ignore'],
};

const outputDir: ActionInput = {
  ...asked,
  name: hostInputNames.outputDir,
  type: 'path',
  description:
    'Folder for the files that the step makes, inside the workspace or the temporary folder of the runner. A fresh temporary folder where none is given.',
  example: 'results',
};

function whenOver(what: 'timeout' | 'cancel', { cancellable, outputFields }: Operation): ActionInput {
  const when =
    what === 'timeout'
      ? 'What becomes of the job when the timeout comes first; the step fails either way'
      : 'What becomes of the job when the run is cancelled';
  // What names the job in another step
  const isNamed = outputFields.some(({ name }) => name === 'resumeToken');
  const detach = isNamed
    ? 'detach (let it go on, and print how to wait for it later)'
    : 'detach (let it go on)';
  const words = cancellable
    ? `One of: abort (end it at the vendor), ${detach}.`
    : `Only ${detach}: the vendor documents no way to end it.`;
  return {
    ...asked,
    name: what === 'timeout' ? hostInputNames.onTimeout : hostInputNames.onCancel,
    type: 'enum',
    description: `${when}. ${words}`,
    default: cancellable ? 'abort' : 'detach',
    choices: cancellable ? ['abort', 'detach'] : ['detach'],
  };
}

import { InputError, isInputError, type InputFault } from '@modelferry/http';
import type { Field, Operation } from '@modelferry/operation';
import { faultInWorkflow, type ActionFace } from '../face/index.ts';
import { hostInputNames } from '../face/host-inputs.ts';
import { inputText, type Environment } from './input-text.ts';
import { openInputFile } from './open-input-file.ts';
import { readCredentials } from './read-credentials.ts';
import { readHostInputs, type HostInputs } from './read-host-inputs.ts';
import { readValue } from './read-value.ts';
import { withForm } from './with-form.ts';

/** A path or glob that matches nothing, where the user said that this is no error. */
export interface NoFiles {
  readonly input: string;
  readonly pattern: string;
}

/** What a step was given, read and checked. */
export interface GivenInputs {
  /** For `Operation.execute`. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** For the vendor's client, by the credential's name. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly host: HostInputs;
  /** Not empty: there is nothing to do. */
  readonly noFiles: readonly NoFiles[];
}

/**
 * Reads what the workflow file says `with`, by the face that its author saw.
 * @param request.workspace where paths start
 * @param request.signal ends a long look at a folder
 * @throws InputError with every fault at once, in the words of the workflow file
 */
export async function readInputs(request: {
  readonly face: ActionFace;
  readonly operation: Operation;
  readonly env: Environment;
  readonly workspace: string;
  readonly signal: AbortSignal;
}): Promise<GivenInputs> {
  const { face, operation, env, workspace, signal } = request;
  const hostNames = new Set<string>(Object.values(hostInputNames));
  const ofHost = face.inputs.filter(({ name }) => hostNames.has(name));
  const ofClient = face.inputs.filter(({ name, field }) => field === undefined && !hostNames.has(name));

  const credentials = readCredentials(ofClient, env);
  const { host, faults: hostFaults } = readHostInputs(ofHost, env);
  const faults: InputFault[] = [...credentials.faults, ...hostFaults];
  const raw: Record<string, unknown> = {};
  const noFiles: NoFiles[] = [];
  // An input that is wrong already is not found wrong again for being absent
  const settled = new Set<string>();

  for (const { name, field } of face.inputs) {
    const text = inputText(env, name);
    if (field === undefined || text === undefined) continue;
    if (field.kind !== 'file' && field.kind !== 'rows') {
      raw[field.name] = readValue(field, text);
      continue;
    }
    try {
      const opened = await openInputFile(field, text, { workspace, signal });
      if (opened) {
        raw[field.name] = opened.value;
        continue;
      }
      settled.add(field.name);
      if (host.ifNoFilesFound === 'error') faults.push({ ...nothingFound(field, text), field: name });
      else noFiles.push({ input: name, pattern: text });
    } catch (error) {
      if (!isInputError(error)) throw error;
      settled.add(field.name);
      faults.push(...error.faults.map((fault) => faultInWorkflow(face, fault)));
    }
  }
  faults.push(
    ...faultsOf(() => operation.check(raw))
      .filter(({ field }) => !settled.has(field))
      .map((fault) => faultInWorkflow(face, withForm(face, env, fault))),
  );
  if (faults.length > 0) throw new InputError(faults);
  return { raw, credentials: credentials.given, host, noFiles };
}

const nothingFound = (field: Field, pattern: string): Omit<InputFault, 'field'> => ({
  problem: `"${pattern}" matches no file${field.kind === 'file' && field.folder ? ' or folder' : ''}`,
  remedy: `Check the path, which starts in the workspace, and that an earlier step has put the file there (actions/checkout, actions/download-artifact); or set \`${hostInputNames.ifNoFilesFound}\`.`,
});

function faultsOf(check: () => void): readonly InputFault[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!isInputError(error)) throw error;
    return error.faults;
  }
}

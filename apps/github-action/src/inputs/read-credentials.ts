import type { InputFault } from '@modelferry/http';
import type { ActionInput } from '../face/index.ts';
import { inputText, type Environment } from './input-text.ts';
import { loginFaults } from './login-faults.ts';
import { secretRemedy } from './secret-remedy.ts';

/** A shorter secret would hide parts of ordinary words in the whole log. In characters. */
const minSecretLength = 4;

/** Inputs that let the step in, as the vendor declares them; those left out are absent. */
export function readCredentials(
  inputs: readonly ActionInput[],
  env: Environment,
): { readonly given: Readonly<Record<string, string>>; readonly faults: readonly InputFault[] } {
  const given: Record<string, string> = {};
  const faults: InputFault[] = [];
  for (const input of inputs) {
    const text = inputText(env, input.name) ?? input.default;
    const fault = text === undefined ? missing(input) : unfit(input, text);
    if (fault) faults.push(fault);
    else if (text !== undefined) given[input.name] = text;
  }
  const known = new Set([...Object.keys(given), ...faults.map(({ field }) => field)]);
  return { given, faults: [...faults, ...loginFaults(inputs, known)] };
}

const missing = ({ name, required, secret }: ActionInput): InputFault | undefined =>
  required
    ? {
        field: name,
        problem: 'is required',
        remedy: secret ? secretRemedy : undefined,
      }
    : undefined;

/** Never says the value: it may be a key in the wrong place. */
function unfit({ name, type, secret, choices, example }: ActionInput, text: string): InputFault | undefined {
  if (secret && text.length < minSecretLength) {
    return { field: name, problem: `must have at least ${minSecretLength} characters to be a key` };
  }
  if (secret && /[\r\n]/.test(text)) return { field: name, problem: 'must be one line' };
  if (type === 'url') {
    const problem = urlProblem(text);
    if (problem !== undefined) {
      return { field: name, problem, ...(example !== undefined && { remedy: `Give, e.g., ${example}.` }) };
    }
  }
  if (choices && !choices.includes(text)) {
    return { field: name, problem: `must be one of ${choices.join(', ')}` };
  }
  return undefined;
}

function urlProblem(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    return 'must be a URL that starts with https:// or http://';
  }
  const { username, password, search, hash } = new URL(text);
  if (username !== '' || password !== '') return 'must have no user name and no password';
  return search !== '' || hash !== '' ? 'must end with its path, before any "?" or "#"' : undefined;
}

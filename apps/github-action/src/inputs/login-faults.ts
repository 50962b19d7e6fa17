import type { InputFault } from '@modelferry/http';
import type { ActionInput } from '../face/index.ts';
import { secretRemedy } from './secret-remedy.ts';

/**
 * What is wrong with the ways in, where there are several: exactly one is to be given, whole.
 * @param given names of the inputs that have a value, fit or not
 */
export function loginFaults(
  inputs: readonly ActionInput[],
  given: ReadonlySet<string>,
): readonly InputFault[] {
  const logins = [...new Set(inputs.flatMap(({ login }) => login ?? []))];
  const ways = logins.map((login) => inputs.filter((input) => input.login === login));
  const isGiven = ({ name }: ActionInput) => given.has(name);
  const [begun, ...others] = ways.filter((way) => way.some(isGiven));
  if (begun === undefined) {
    const remedy = `Give ${ways.map(namesOf).join(', or ')}. ${secretRemedy}`;
    return ways.slice(0, 1).map(([first]) => ({ field: first?.name ?? '', problem: 'is required', remedy }));
  }
  const here = namesOf(begun.filter(isGiven));
  const half = begun.filter((input) => !isGiven(input));
  return [
    ...half.map(({ name, secret }) => ({
      field: name,
      problem: `is required with ${here}`,
      ...(secret && { remedy: secretRemedy }),
    })),
    ...others
      .flat()
      .filter(isGiven)
      .map(({ name }) => ({ field: name, problem: `must be left out beside ${here}: one way in is enough` })),
  ];
}

const namesOf = (inputs: readonly ActionInput[]): string =>
  inputs.map(({ name }) => `\`${name}\``).join(' and ');

import type { DeclaredInput } from './action-file.ts';
import { caselessKey } from './caseless-record.ts';

/** The inputs of a step as its process gets them. */
export interface ActionInputs {
  /** Given ones first, then what the action declares and nobody gave. */
  readonly values: Readonly<Record<string, string>>;
  /** What the runner says of unknown and of deprecated inputs. */
  readonly warnings: readonly string[];
}

/**
 * Joins what a step gives with what its action declares. Nothing is required: the runner leaves that to the action.
 * @param evaluate turns a default that holds an expression into its value
 */
export function actionInputs(
  given: Readonly<Record<string, string>>,
  declared: Readonly<Record<string, DeclaredInput>>,
  evaluate: (text: string) => string,
): ActionInputs {
  const unknown = Object.keys(given).filter((name) => caselessKey(declared, name) === undefined);
  const valid = Object.keys(declared).map((name) => `'${name}'`);
  const listed = unknown.map((name) => `'${name}'`).join(', ');
  const warnings =
    unknown.length > 0 ? [`Unexpected input(s) ${listed}, valid inputs are [${valid.join(', ')}]`] : [];

  const values: Record<string, string> = { ...given };
  for (const [name, input] of Object.entries(declared)) {
    const isGiven = caselessKey(given, name) !== undefined;
    if (!isGiven) values[name] = evaluate(input.default);
    else if (input.deprecationMessage !== undefined) {
      warnings.push(`Input '${name}' has been deprecated with message: ${input.deprecationMessage}`);
    }
  }
  return { values, warnings };
}

/** The name of the variable that carries an input: spaces become `_`, hyphens stay. */
export const inputVariable = (name: string): string => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;

import { InputError, isInputError, type InputFault } from '@modelferry/http';
import type { Entered } from '../properties/editor.ts';
import type { FormOwner } from '../properties/form-owner.ts';
import { operationForm, type FormEntry } from '../properties/operation-form.ts';
import { optionsParameter } from '../properties/options-parameter.ts';

/**
 * Reads what was entered for one item back into an operation's raw inputs, by the editors that show it. What was not entered
 * is left out: the schema knows the defaults.
 * @param form of the operation, made once for all items
 * @throws InputError with every fault at once
 */
export async function readInputs(
  operation: FormOwner,
  entered: Entered,
  form: readonly FormEntry[] = operationForm(operation),
): Promise<Readonly<Record<string, unknown>>> {
  const inputs: Record<string, unknown> = {};
  const faults: InputFault[] = [];
  for (const entry of form) {
    try {
      const value = await readEntry(entry, entered);
      if (value !== undefined) inputs[entry.field.name] = value;
    } catch (error) {
      if (!isInputError(error)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length > 0) throw new InputError(faults, (name) => titleOf(operation, name));
  return inputs;
}

/** Reads one input, wherever it stands. @throws InputError */
export async function readEntry({ field, editor }: FormEntry, entered: Entered): Promise<unknown> {
  return editor.read(field.advanced ? amongOptions(entered) : entered);
}

/** What was entered, as the inputs among the options see it. */
const amongOptions = (entered: Entered): Entered => ({
  ...entered,
  parameter: (name) => entered.parameter(`${optionsParameter}.${name}`),
});

/** The name under which the user knows an input. */
export const titleOf = (operation: Pick<FormOwner, 'inputFields'>, input: string): string =>
  operation.inputFields.find(({ name }) => name === input)?.title ?? input;

import type { Field } from '@modelferry/operation';
import { editorOf } from './editor-of.ts';
import { firstParameter, type Editor } from './editor.ts';
import type { FormOwner } from './form-owner.ts';
import type { Layout } from './layout.ts';
import { optionsParameter } from './options-parameter.ts';

/** An input with its editor. */
export interface FormEntry {
  readonly field: Field;
  readonly editor: Editor;
}

/**
 * The editors of the inputs of an operation, or of a trigger, in the order of declaration.
 * @throws Error when an input cannot be shown as it is declared
 */
export function operationForm(owner: FormOwner, layout: Layout = {}): readonly FormEntry[] {
  const { resource, name, inputFields } = owner;
  const byHand = new Map(
    layout.overrides
      ?.filter((one) => one.resource === resource && one.operation === name)
      .map(({ field, editor }) => [field, editor]),
  );
  for (const field of byHand.keys()) {
    if (!inputFields.some((one) => one.name === field)) {
      throw new Error(`${resource}.${name} has no input "${field}" to override.`);
    }
  }
  const editorFor = (field: Field): Editor => byHand.get(field.name) ?? editorOf(field, pathOf);
  const pathOf = (input: string): string => {
    const field = inputFields.find((one) => one.name === input);
    if (!field) throw new Error(`${resource}.${name} has no input "${input}".`);
    const parameter = firstParameter(editorFor(field));
    const path = field.advanced ? `${optionsParameter}.${parameter}` : parameter;
    return field.kind === 'reference' ? `${path}.value` : path;
  };
  return inputFields.map((field) => {
    if (!byHand.has(field.name)) checkInitial(`${resource}.${name}`, field);
    return { field, editor: editorFor(field) };
  });
}

/** A drop-down, a switch and a number always have a value, so "nothing entered" can only be said among the options. */
function checkInitial(operation: string, { kind, name, advanced, required, default: initial }: Field): void {
  const always =
    kind === 'flag' || kind === 'choice' || kind === 'count' || kind === 'number' || kind === 'duration';
  if (always && !advanced && !required && initial === undefined) {
    throw new Error(`${operation}: give ${name} a default, or make it advanced.`);
  }
}

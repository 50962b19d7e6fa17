import * as v from 'valibot';
import type { EntriesSchema } from './define-operation.ts';
import { describe } from './describe.ts';
import { parseInputs } from './parse-inputs.ts';
import type { Trigger, TriggerDeclaration } from './trigger.ts';

/** Gives `defineTrigger` for one vendor's client; the rest is inferred from the schemas. */
export function triggersOf<Client>() {
  return function defineTrigger<
    Inputs extends EntriesSchema,
    Outputs extends EntriesSchema,
    Cursor extends v.GenericSchema,
  >(declaration: TriggerDeclaration<Client, Inputs, Outputs, Cursor>): Trigger<Client> {
    const { inputs, outputs, cursor: cursorSchema, poll, merge, sample, ...words } = declaration;
    const inputFields = describe(inputs.entries);
    const readCursor = (value: unknown): v.InferOutput<Cursor> | undefined => {
      const read = v.safeParse(cursorSchema, value);
      return read.success ? read.output : undefined;
    };
    return {
      ...words,
      inputFields,
      outputFields: describe(outputs.entries),
      // What it gives are objects, as all outputs are
      poll: async (context, raw, cursor) =>
        (await poll(context, parseInputs(inputs, inputFields, raw), readCursor(cursor))) as Awaited<
          ReturnType<Trigger['poll']>
        >,
      merge({ base, stored, next }) {
        const known = readCursor(stored);
        const found = readCursor(next);
        if (known === undefined || found === undefined) return next;
        return merge({ base: readCursor(base), stored: known, next: found });
      },
      sample: async (context, raw) =>
        (await sample(context, parseInputs(inputs, inputFields, raw))) as Awaited<
          ReturnType<Trigger['sample']>
        >,
    };
  };
}

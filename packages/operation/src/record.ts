import * as v from 'valibot';
import { describe } from './describe.ts';
import type { Words } from './field.ts';
import type { Input } from './kinds.ts';

type Entries = Readonly<Record<string, v.GenericSchema>>;
type Shape<E extends Entries> = v.InferOutput<v.ObjectSchema<E, undefined>>;

/** An object inside an output, with fields of its own. */
export function record<E extends Entries>(words: Words & { readonly entries: E }): Input<Shape<E>> {
  const { entries, ...said } = words;
  return v.pipe(
    v.object(entries),
    v.metadata({ field: { kind: 'record', fields: describe(entries), ...said } }),
  ) as unknown as Input<Shape<E>>;
}

/** A list of such objects. */
export function records<E extends Entries>(
  words: Words & { readonly entries: E },
): Input<readonly Shape<E>[]> {
  const { entries, ...said } = words;
  return v.pipe(
    v.array(v.object(entries)),
    v.metadata({ field: { kind: 'records', fields: describe(entries), ...said } }),
  ) as unknown as Input<readonly Shape<E>[]>;
}

import * as v from 'valibot';

type Camel<Name> = Name extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name;

/** The same object with names as our language writes them: `model_id` becomes `modelId`. */
export type Camelized<T> = { readonly [Name in keyof T as Camel<Name & string>]: T[Name] };

const camel = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** An object of the vendor's; fields we do not know are left out, so that new ones break nothing. */
export function camelized<Entries extends v.ObjectEntries>(entries: Entries) {
  type Wire = v.InferOutput<v.ObjectSchema<Entries, undefined>>;
  return v.pipe(
    v.object(entries),
    v.transform(
      (wire) =>
        Object.fromEntries(
          Object.entries(wire).map(([name, value]) => [camel(name), value]),
        ) as Camelized<Wire>,
    ),
  );
}

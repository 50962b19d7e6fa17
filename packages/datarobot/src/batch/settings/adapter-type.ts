import type { Choice } from '@modelferry/operation';

/** A kind of place that a batch job reads from or writes to: how it is shown, and its fields as the vendor names them. */
export interface AdapterType extends Choice {
  readonly needs: readonly string[];
  readonly takes: readonly string[];
}

/** The kinds of places of one side of a job, by the vendor's word for each. */
export type AdapterTypes = Readonly<Record<string, AdapterType>>;

/** The two sides of a job. */
export type Side = 'intake' | 'output';

/** What was entered, by the names of the inputs. */
export type Given = Readonly<Record<string, unknown>>;

/** The type by which a change leaves a side of a definition as it is. */
export const unchanged = 'unchanged' as const;

/** The input for a field of the vendor's: `intakeUrl` for `url`. */
export const inputOf = (side: Side, field: string): string =>
  `${side}${field.charAt(0).toUpperCase()}${field.slice(1)}`;

/** The types that have a field. */
export const typesWith = (types: AdapterTypes, field: string): readonly string[] =>
  Object.entries(types)
    .filter(([, { needs, takes }]) => [...needs, ...takes].includes(field))
    .map(([type]) => type);

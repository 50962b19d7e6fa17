/** A value that fits in one cell. */
export type Scalar = string | number | boolean | null;

/** One table row: column name to value. */
export type Row = Readonly<Record<string, Scalar>>;

/**
 * Shows an input only while a main input has one of these values; of a file, `true` while one is given and `false` while none
 * is. Display only: rules across inputs stand in the schema.
 */
export type When = Readonly<Record<string, Scalar | readonly Scalar[]>>;

/** The words common to all inputs and outputs. */
export interface Words {
  /** Title Case, as a form shows it: `Training Data`. */
  readonly title: string;
  /** One sentence without a final full stop; a switch starts with `Whether`. */
  readonly description: string;
  /** An example, starting with `e.g.` */
  readonly placeholder?: string;
  /** Of an input: stands among the options, not in the main form. Of an output: is left out when simplified. @default false */
  readonly advanced?: boolean;
  readonly when?: When;
}

/** How one of a closed list of words is shown. */
export interface Choice {
  readonly title: string;
  readonly description?: string;
}

/** How a host makes a zip of a folder that its user names in place of a file. */
export interface FolderPacking {
  /** Names of files, in the syntax of `.gitignore`, that say what to leave out; the last one has the last word. */
  readonly ignoreFiles: readonly string[];
}

/** What an adapter needs to know of each kind of value, beside the words. Durations are in milliseconds. */
export type Kind =
  | { readonly kind: 'text'; readonly multiline?: boolean; readonly maxLength?: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'count'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'duration'; readonly minMs: number; readonly maxMs: number }
  | { readonly kind: 'choice'; readonly choices: Readonly<Record<string, Choice>> }
  | { readonly kind: 'texts'; readonly choices?: Readonly<Record<string, Choice>> }
  /**
   * The ID of something that can be listed; `urlPattern` is a regular expression whose first group is the ID, `dependsOn`
   * names the inputs that the lookup needs, `idTitle` is what users call the ID, where that is another word.
   */
  | {
      readonly kind: 'reference';
      readonly lookup: string;
      readonly urlPattern?: string;
      readonly idTitle?: string;
      readonly dependsOn?: readonly string[];
    }
  /**
   * A host may offer to write its content, which then is a file called `textName`; and, where it has folders, to pack one of
   * them.
   */
  | {
      readonly kind: 'file';
      readonly extensions?: readonly string[];
      readonly textName?: string;
      readonly folder?: FolderPacking;
    }
  | { readonly kind: 'link' }
  /** Table rows. `columnsFrom` names the column lookup, `dependsOn` the inputs it needs. */
  | { readonly kind: 'rows'; readonly columnsFrom?: string; readonly dependsOn?: readonly string[] }
  | { readonly kind: 'saved-file' }
  /** A date or time as the vendor wrote it. */
  | { readonly kind: 'moment' }
  /** A value whose shape is the vendor's; or, in a word, a few figures by their names. */
  | { readonly kind: 'any'; readonly isFigures?: boolean }
  | { readonly kind: 'record'; readonly fields: readonly Field[] }
  | { readonly kind: 'records'; readonly fields: readonly Field[] };

/** One input or output, described for adapters: they never see the schema library. */
export type Field = Kind &
  Words & {
    readonly name: string;
    /** Whether a value must be given: there is no default and it may not be left out. */
    readonly required: boolean;
    readonly default?: unknown;
  };

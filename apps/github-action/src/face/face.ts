import type { Field } from '@modelferry/operation';

/** How `action-types.yml` and the README call what an input holds. */
export type InputType =
  'string' | 'boolean' | 'integer' | 'float' | 'list' | 'enum' | 'duration' | 'path' | 'url';

/** The same for an output. */
export type OutputType = Exclude<InputType, 'duration'>;

/** An input of an action, as its files show it and as it is read. */
export interface ActionInput {
  /** kebab-case. */
  readonly name: string;
  readonly type: InputType;
  /** Sentences with their full stops. */
  readonly description: string;
  readonly example?: string;
  /** The runner does not see to it: we do. */
  readonly required: boolean;
  /** As text, the way a user would type it. */
  readonly default?: string;
  /** The closed list. */
  readonly choices?: readonly string[];
  readonly secret: boolean;
  /** Whether it is a key, or says where the vendor is reached. */
  readonly isCredential?: boolean;
  /** The way in that it is a part of, of which exactly one is to be given, whole. */
  readonly login?: string;
  /** What the texts of the engine call it, where its own name is not enough. */
  readonly called?: string;
  /** The input of the operation that it fills; absent where the host or the client needs it. */
  readonly field?: Field;
}

/** An output of an action. */
export interface ActionOutput {
  /** kebab-case. */
  readonly name: string;
  readonly type: OutputType;
  /** One sentence without a final full stop. */
  readonly description: string;
  /** The closed list. */
  readonly choices?: readonly string[];
  /** The output of the operation that it shows; absent where the host sets it. */
  readonly field?: Field;
}

/** An action as a user sees it: made from the catalog, and from nothing else. */
export interface ActionFace {
  readonly vendor: string;
  /** Name of the folder: `switch-model`. */
  readonly step: string;
  /** As the Marketplace shows it: `Sony Prediction One: Switch model`. */
  readonly title: string;
  /** One sentence without a final full stop. */
  readonly description: string;
  readonly inputs: readonly ActionInput[];
  readonly outputs: readonly ActionOutput[];
}

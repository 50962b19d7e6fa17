import type { INodeProperties } from 'n8n-workflow';
import type { Editor } from './editor.ts';

/** Enough of a typed operation to know the names and types of its inputs. */
interface Typed<RawInputs> {
  readonly resource: string;
  readonly name: string;
  run(context: never, rawInputs: RawInputs): unknown;
}

interface Place {
  readonly resource: string;
  readonly operation: string;
}

/** An editor made by hand, in place of the one that the input's kind would get. */
export interface Override extends Place {
  readonly field: string;
  readonly editor: Editor;
}

/** A property that is no input: a notice, or the choice of a credential. */
export interface Insert extends Place {
  /** The input it stands before. @default behind all others */
  readonly before?: string;
  readonly property: INodeProperties;
}

/** What a node's form has that the catalog does not say. */
export interface Layout {
  /** Stand between the operation and its inputs; with conditions of their own. */
  readonly head?: readonly INodeProperties[];
  readonly overrides?: readonly Override[];
  readonly inserts?: readonly Insert[];
}

type NameOf<RawInputs> = keyof RawInputs & string;

/** Declares an editor made by hand: what it reads must be what the operation takes. */
export const override = <RawInputs, Name extends NameOf<RawInputs>>(
  { resource, name }: Typed<RawInputs>,
  field: Name,
  editor: Editor & { read(...given: Parameters<Editor['read']>): RawInputs[Name] | Promise<RawInputs[Name]> },
): Override => ({ resource, operation: name, field, editor });

/** Declares a property between an operation's inputs. */
export const insert = <RawInputs>(
  { resource, name }: Typed<RawInputs>,
  property: INodeProperties,
  before?: NameOf<RawInputs>,
): Insert => ({ resource, operation: name, before, property });

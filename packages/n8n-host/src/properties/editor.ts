import type { Scalar } from '@modelferry/operation';
import type { Source } from '@modelferry/upload';
import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

/** What was entered for one item. A parameter that is hidden, or was not added among the options, reads as undefined. */
export interface Entered {
  parameter(name: string): unknown;
  /** The fields of the input item. */
  item(): Readonly<Record<string, unknown>>;
  /** A file of the input item, by the name of its field; AI callers give the file's description itself. */
  binaryFile(nameOrFile: unknown): Promise<Source>;
  /** Several files of the input item, packed. @param fields their names; without any, all of them */
  binaryArchive(input: string, fields: readonly string[]): Promise<Source>;
  urlFile(url: string): Promise<Source>;
  /** What the user set in a credential of the node. @throws n8n's error when none is chosen */
  credential(type: string): Promise<ICredentialDataDecryptedObject>;
}

/**
 * How an input is shown in n8n and how what was entered is read back. A pair, so that the two cannot part: this is the only
 * place that knows both the input and its parameters.
 */
export interface Editor {
  /** Without conditions on resource and operation: the form adds them. */
  readonly properties: readonly INodeProperties[];
  /** In the units of the engine; undefined where nothing was entered. May give a promise. */
  read(entered: Entered): unknown;
  /** The parameter's word for a value of the input, or its words, for conditions on it. @default the same */
  wordFor?(value: Scalar): Scalar | readonly Scalar[];
}

/** The parameter of a switch or a choice, to which conditions may point. */
export const firstParameter = ({ properties }: Editor): string => properties[0]?.name ?? '';

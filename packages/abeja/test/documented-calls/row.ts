import type { DocumentedCall } from '@modelferry/testkit';
import type { AbejaClient } from '../../src/index.ts';
import { organizationId } from '../support/scripted-client.ts';

/** One call. */
export interface Row extends DocumentedCall<AbejaClient> {
  /** The documented request with its final slash, where there is one, too: servers take it, we do not send it. */
  readonly orAs?: string;
}

export const O = `/organizations/${organizationId}`;
export const T = `${O}/training/definitions`;

export const isJson = { 'content-type': 'application/json' };
/** Neither a body nor its media type. */
export const bare = { 'content-type': undefined };

export const page = { entries: [], limit: 50, offset: 0, total: 0 };
export const noEntries = { entries: [], total: 0 };

/** What an answer gives of an object whose other documented fields are absent. */
export const like = (fields: object): unknown => expect.objectContaining(fields);

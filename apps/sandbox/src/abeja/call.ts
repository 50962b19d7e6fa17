import type { FastifyRequest } from 'fastify';
import type { OperationName } from '../faults/operations.ts';
import type { Actor } from './access.ts';
import type { Fields } from './fields.ts';
import type { Query } from './page.ts';

/** One call to the API, by somebody who is known. */
export interface Call {
  readonly request: FastifyRequest;
  readonly actor: Actor;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  /** Its JSON body. @throws ApiError 400 when it is no object */
  readonly fields: () => Fields;
}

/** A documented call: method and path, its name, and what answers it. */
export type Route = readonly [
  path: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`,
  operation: OperationName,
  answer: (call: Call) => unknown,
];

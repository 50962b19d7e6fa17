import type { Contents } from '../contents.ts';
import type { Fields } from '../fields.ts';
import type { Run } from './run.ts';
import type { Service } from './service.ts';
import type { Trigger } from './trigger.ts';

/** Code that answers with a model. */
export interface CodeVersion {
  readonly id: string;
  /** The user's own name of it. */
  readonly version: string;
  readonly handler: string;
  readonly image: string;
  readonly userParameters: Fields;
  readonly createdMs: number;
  readonly modifiedMs: number;
  /** Nothing until it is uploaded. */
  source: Contents | undefined;
}

/** A stable name of a service. */
export interface Endpoint {
  readonly id: string;
  readonly alias: string;
  serviceId: string;
  /** What is still shown, for so many looks. */
  outdated?: { readonly serviceId: string; looks: number };
}

/** Services of one purpose, and the endpoints that point to them. */
export interface Deployment {
  readonly id: string;
  readonly description: string;
  readonly createdMs: number;
  readonly versions: Map<string, CodeVersion>;
  readonly services: Map<string, Service>;
  readonly endpoints: Map<string, Endpoint>;
  readonly runs: Map<string, Run>;
  readonly triggers: Map<string, Trigger>;
  name: string;
  modifiedMs: number;
}

import type { CodeVersion } from './code-version.ts';
import type { Run } from './run.ts';
import type { Service } from './service.ts';
import type { Trigger } from './trigger.ts';

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

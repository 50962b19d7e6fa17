import type { Sandbox } from '@modelferry/sandbox';
import type { Progress } from './host/progress.ts';
import type { N8nRest, Login } from './n8n/n8n-rest.ts';
import type { N8nServer } from './n8n/n8n-server.ts';

/** A running n8n with our node in it, set up for the examples. */
export interface Scene {
  /** Plays the vendor, and tells what really happened there. */
  readonly sandbox: Sandbox;
  readonly server: N8nServer;
  readonly rest: N8nRest;
  readonly login: Login;
  /** Ids of the credentials made, by their type. */
  readonly credentialIds: Readonly<Record<string, string>>;
  /** Where n8n may read and write files. */
  readonly filesFolder: string;
  readonly progress: Progress;
  /** Aborted by Ctrl-C and its kin. */
  readonly signal: AbortSignal;
}

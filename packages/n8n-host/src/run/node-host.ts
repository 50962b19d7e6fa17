import type { Secrets } from '@modelferry/auth';
import type { Clock, Transport } from '@modelferry/http';
import type { Catalog } from '@modelferry/operation';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Layout } from '../properties/index.ts';

/** What a vendor's client is made from in n8n. */
export interface ClientAccess {
  /** Signs nothing: for presigned URLs, and for keys that the engine itself holds. */
  readonly transport: Transport;
  /** Signs with a credential; n8n applies it, and resolves its expressions for the first item. */
  signedBy(credentialType: string): Transport;
  /** What the user set in a credential, or undefined when the node has or shows none of that type. Add its secrets to `secrets`. */
  credential(credentialType: string): Promise<ICredentialDataDecryptedObject | undefined>;
  readonly clock: Clock;
  /** Hidden in every log line, hint and error. */
  readonly secrets: Secrets;
  /** Tells the user what stops nothing. */
  warn(message: string): void;
}

/** A vendor's catalog as an n8n node: all that a node package has to say. */
export interface NodeHost<Client> {
  readonly catalog: Catalog<Client>;
  readonly layout?: Layout;
  createClient(access: ClientAccess): Promise<Client> | Client;
}

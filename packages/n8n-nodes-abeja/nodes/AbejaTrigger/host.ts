import type { AbejaClient } from '@modelferry/abeja';
import type { NodeHost } from '@modelferry/n8n-host';
import { createClient } from '../Abeja/create-client.ts';
import { catalog } from './events.ts';

/** The vendor's events as this node waits for them. */
export const host: NodeHost<AbejaClient> = { catalog, createClient };

import type { AbejaClient } from '@modelferry/abeja';
import type { NodeHost } from '@modelferry/n8n-host';
import { createClient } from './create-client.ts';
import { catalog, layout } from './layout.ts';

/** The vendor's catalog as this node runs it. */
export const host: NodeHost<AbejaClient> = { catalog, layout, createClient };

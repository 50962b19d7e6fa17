import type { NodeHost } from '@modelferry/n8n-host';
import type { PredictionOneClient } from '@modelferry/prediction-one';
import { createClient } from './create-client.ts';
import { catalog, layout } from './layout.ts';

/** The vendor's catalog as this node runs it. */
export const host: NodeHost<PredictionOneClient> = { catalog, layout, createClient };

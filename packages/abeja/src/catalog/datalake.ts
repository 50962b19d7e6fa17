import type { Operation } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';

/** In the order in which they are shown. */
export const datalakeOperations: readonly Operation<AbejaClient>[] = [];

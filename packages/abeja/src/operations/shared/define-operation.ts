import { operationsOf } from '@modelferry/operation';
import type { AbejaClient } from '../../client/client.ts';

export const defineOperation = operationsOf<AbejaClient>();

import type { Operation } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';

/** In the order in which they are shown. */
export const deploymentOperations: readonly Operation<DataRobotClient>[] = [];

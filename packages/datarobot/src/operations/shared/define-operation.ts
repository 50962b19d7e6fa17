import { operationsOf } from '@modelferry/operation';
import type { DataRobotClient } from '../../client/client.ts';

/** Declares an operation of this vendor's. */
export const defineOperation = operationsOf<DataRobotClient>();

import type { DataRobotClient } from '@modelferry/datarobot';
import type { NodeHost } from '@modelferry/n8n-host';
import { createClient } from '../DataRobot/create-client.ts';
import { catalog } from './events.ts';

/** The vendor's events as this node waits for them. */
export const host: NodeHost<DataRobotClient> = { catalog, createClient };

import { dataRobot, type DataRobotClient } from '@modelferry/datarobot';
import type { VendorHost } from '../vendor.ts';
import { dataRobotJobs } from './job-kinds.ts';

/** DataRobot as steps of CI run it. */
export const dataRobotHost: VendorHost<DataRobotClient> = {
  catalog: dataRobot,
  jobs: dataRobotJobs,
  async createClient({ transport, given, clock, secrets, warn }) {
    const { createDataRobotClient } = await import('./create-data-robot-client.ts');
    return createDataRobotClient({
      transport,
      apiToken: given['api-token'] ?? '',
      endpoint: given['endpoint'],
      dataRobotKey: given['datarobot-key'],
      portableToken: given['portable-token'],
      clock,
      secrets,
      warn,
    });
  },
};

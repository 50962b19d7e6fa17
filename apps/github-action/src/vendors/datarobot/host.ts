import { createDataRobotClient, dataRobot, type DataRobotClient } from '@modelferry/datarobot';
import type { VendorHost } from '../vendor.ts';

/** DataRobot as steps of CI run it. */
export const dataRobotHost: VendorHost<DataRobotClient> = {
  catalog: dataRobot,
  createClient: ({ transport, given, clock, secrets, warn }) =>
    createDataRobotClient({
      transport,
      apiToken: given['api-token'] ?? '',
      endpoint: given['endpoint'],
      clock,
      secrets,
      warn,
    }),
};

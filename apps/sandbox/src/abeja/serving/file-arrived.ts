import type { DatalakeFile } from '../datalake/channel.ts';
import type { AbejaPlatform } from '../platform.ts';
import { startRun } from './start-run.ts';

/** Sets off what waits for a file of this channel. */
export function fileArrived(platform: AbejaPlatform, { channelId, id }: DatalakeFile): void {
  for (const deployment of platform.deployments.values())
    for (const trigger of deployment.triggers.values())
      if (trigger.channelId === channelId) {
        const input = { input_data: { '$datalake:1': `${channelId}/${id}` } };
        startRun(platform, deployment, { ...trigger.fields, ...input }, trigger.id);
      }
}

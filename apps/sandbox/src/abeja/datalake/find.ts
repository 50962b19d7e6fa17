import type { AbejaPlatform } from '../platform.ts';
import type { Call } from '../call.ts';
import { lifetimeDays } from './channel.ts';
import type { Channel, DatalakeFile } from './channel.ts';

const dayMs = 86_400_000;

/** @throws ApiError 404 */
export function findChannel(platform: AbejaPlatform, { params: { channel = '' } }: Call): Channel {
  const found = platform.channels.get(channel);
  if (found === undefined) throw platform.missing('channel');
  return found;
}

/** @throws ApiError 404, also when its lifetime is over */
export function findFile(platform: AbejaPlatform, call: Call): DatalakeFile {
  const found = livingFiles(platform, findChannel(platform, call)).find(({ id }) => id === call.params.file);
  if (found === undefined) throw platform.missing('file');
  return found;
}

/** Those whose lifetime is not over, in the order they came. */
export function livingFiles({ parts: { clock } }: AbejaPlatform, channel: Channel): readonly DatalakeFile[] {
  return [...channel.files.values()].filter(
    ({ lifetime, createdMs }) =>
      lifetime === null || createdMs + lifetimeDays[lifetime] * dayMs > clock.now(),
  );
}

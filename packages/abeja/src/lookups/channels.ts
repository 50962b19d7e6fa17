import type { Lookup } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { allChannels } from '../client/lists.ts';
import { described, firstChoices } from './first-choices.ts';

/** Channels of the datalake by their names, as far as they are not archived. */
export const channels: Lookup<AbejaClient> = ({ client, signal }, request) =>
  firstChoices(allChannels(client, {}, signal), request, ({ channelId, displayName, name, description }) => ({
    value: channelId,
    title: displayName ?? name ?? channelId,
    description: described(description),
  }));

import { camelized, id, perhaps, type CallPort } from '@modelferry/operation';
import * as v from 'valibot';
import { get, patch, post } from '../calls.ts';
import { archiveQuery, type ArchiveFilter, type PageRequest } from '../wire/page.ts';
import { pathOf } from '../wire/segments.ts';
import { snaked } from '../wire/snaked.ts';

const channel = camelized({
  channel_id: id,
  name: perhaps(v.string()),
  description: perhaps(v.string()),
  display_name: perhaps(v.string()),
  storage_type: perhaps(v.string()),
  archived: perhaps(v.boolean()),
  created_at: perhaps(v.string()),
  updated_at: perhaps(v.string()),
});

/** A channel of the datalake. All but its ID may be missing. Source: docs/vendors/abeja.md, 3.7. */
export type Channel = v.InferOutput<typeof channel>;

/** Part of the list of channels. */
export interface ChannelPage {
  readonly entries: readonly Channel[];
  /** Whether the vendor says that there is more; it does not say how many. */
  readonly more: boolean;
}

/** The calls for channels (docs/vendors/abeja.md, 3.7). */
export interface ChannelCalls {
  /** 3.7. Never repeated: there would be two. */
  createChannel(
    settings: {
      readonly name: string;
      readonly description?: string;
      /** @default 'datalake' */
      readonly storageType?: 'datalake' | 'file';
    },
    signal: AbortSignal,
  ): Promise<Channel>;
  /** 3.7. */
  getChannels(filter: ArchiveFilter & PageRequest, signal: AbortSignal): Promise<ChannelPage>;
  /** 3.7. */
  getChannel(channelId: string, signal: AbortSignal): Promise<Channel>;
  /** 3.7. @returns the channel, where the answer has it */
  updateChannel(
    channelId: string,
    change: { readonly name?: string; readonly description?: string },
    signal: AbortSignal,
  ): Promise<Channel | undefined>;
  /** 3.7. */
  archiveChannel(channelId: string, signal: AbortSignal): Promise<void>;
  /** 3.7. */
  unarchiveChannel(channelId: string, signal: AbortSignal): Promise<void>;
}

/** One channel stands a level below its organization. */
const answer = v.pipe(
  v.object({ channel }),
  v.transform((wire) => wire.channel),
);

const channelsPage = v.pipe(
  v.object({ channels: v.array(channel), has_next: perhaps(v.boolean()) }),
  v.transform(({ channels, has_next }): ChannelPage => ({ entries: channels, more: has_next ?? false })),
);

/** Below the organization: what belongs to a channel. */
export const channelPath = (channelId: string, ...rest: readonly string[]): string =>
  `/channels${pathOf(channelId, ...rest)}`;

export const channelCalls = (port: CallPort): ChannelCalls => ({
  createChannel: ({ name, description = '', storageType = 'datalake' }, signal) =>
    port.json(
      post(`create the channel "${name}"`, '/channels', signal, snaked({ name, description, storageType })),
      answer,
    ),

  getChannels: ({ includeArchived, limit, offset }, signal) =>
    port.json(
      get('list the channels', '/channels', signal, { limit, offset, ...archiveQuery({ includeArchived }) }),
      channelsPage,
    ),

  getChannel: (channelId, signal) =>
    port.json(get(`read the channel ${channelId}`, channelPath(channelId), signal), answer),

  updateChannel: (channelId, change, signal) =>
    port.json(
      patch(`change the channel ${channelId}`, channelPath(channelId), signal, change),
      v.optional(answer),
    ),

  archiveChannel: (channelId, signal) =>
    port.send(post(`archive the channel ${channelId}`, channelPath(channelId, 'archive'), signal)),

  unarchiveChannel: (channelId, signal) =>
    port.send(
      post(`take the channel ${channelId} out of the archive`, channelPath(channelId, 'unarchive'), signal),
    ),
});

import { channelObject } from '../datalake/channel-objects.ts';
import type { Channel } from '../datalake/channel.ts';
import { findChannel } from '../datalake/find.ts';
import { FieldError } from '../errors.ts';
import { optionalText, requiredText } from '../fields.ts';
import { stretchOf, unarchived } from '../page.ts';
import type { AbejaPlatform } from '../platform.ts';
import type { Call, Route } from '../call.ts';

const root = '/organizations/:org/channels';
const usualPage = 50;

/** Channels, and the datasources that may send files to them. */
export function channelRoutes(platform: AbejaPlatform): readonly Route[] {
  const { organization, channels, datasources, parts } = platform;
  const shown = (channel: Channel): unknown => ({
    organization_id: organization.id,
    organization_name: organization.name,
    channel: channelObject(channel),
  });
  const change = (channel: Channel, changes: Partial<Channel>): unknown =>
    shown(Object.assign(channel, changes, { updatedMs: parts.clock.now() }));
  const setArchived = (archived: boolean) => (call: Call) =>
    change(findChannel(platform, call), { archived });
  const tied = (call: Call) => {
    const { id } = findChannel(platform, call);
    return [...datasources.values()].filter(({ channelIds }) => channelIds.has(id));
  };
  return [
    [
      `POST ${root}`,
      'channelCreate',
      ({ fields }) => {
        const given = fields();
        const storageType = optionalText(given, 'storage_type') ?? 'datalake';
        if (storageType !== 'datalake' && storageType !== 'file')
          throw new FieldError('storage_type', 'must be datalake or file');
        const name = requiredText(given, 'name');
        const description = optionalText(given, 'description') ?? '';
        return shown(addChannel(platform, { name, description, storageType }));
      },
    ],
    [
      `GET ${root}`,
      'channels',
      ({ query }) => {
        const kept = unarchived([...channels.values()], query, parts.variants);
        const { items, limit, offset, total } = stretchOf(kept, query, usualPage, parts.variants);
        const has_next = offset + items.length < total;
        return { ...{ channels: items.map(channelObject), limit, offset, has_next } };
      },
    ],
    [`GET ${root}/:channel`, 'channel', (call) => shown(findChannel(platform, call))],
    [
      `PATCH ${root}/:channel`,
      'channelUpdate',
      (call) => {
        const channel = findChannel(platform, call);
        const fields = call.fields();
        return change(channel, {
          name: optionalText(fields, 'name') ?? channel.name,
          description: optionalText(fields, 'description') ?? channel.description,
        });
      },
    ],
    [`POST ${root}/:channel/archive`, 'channelArchive', setArchived(true)],
    [`POST ${root}/:channel/unarchive`, 'channelUnarchive', setArchived(false)],
    [
      `PUT ${root}/:channel/datasources`,
      'datasourceCreate',
      (call) => {
        const { id, secret } = platform.addDatasource([findChannel(platform, call).id]);
        return { datasource_id: id, secret };
      },
    ],
    [
      `PUT ${root}/:channel/datasources/:datasource`,
      'datasourceTie',
      (call) => {
        const { id, channelIds, secret } = findDatasource(platform, call);
        channelIds.add(findChannel(platform, call).id);
        return { datasource_id: id, secret };
      },
    ],
    [
      `GET ${root}/:channel/datasources`,
      'datasources',
      (call) => ({ datasources: tied(call).map(({ id, secret }) => ({ datasource_id: id, secret })) }),
    ],
    [
      `DELETE ${root}/:channel/datasources/:datasource`,
      'datasourceUntie',
      (call) => {
        const { id, channelIds } = findDatasource(platform, call);
        channelIds.delete(findChannel(platform, call).id);
        return { message: `${id} removed` };
      },
    ],
  ];
}

/** Makes a channel, empty. */
export function addChannel(
  { ids, channels, parts: { clock } }: AbejaPlatform,
  facts: Pick<Channel, 'name' | 'description' | 'storageType'>,
): Channel {
  const now = clock.now();
  const channel: Channel = {
    ...facts,
    ...{ id: ids.digits('channel'), createdMs: now, updatedMs: now, archived: false, files: new Map() },
  };
  channels.set(channel.id, channel);
  return channel;
}

function findDatasource(platform: AbejaPlatform, { params: { datasource = '' } }: Call) {
  const found = platform.datasources.get(datasource);
  if (found === undefined) throw platform.missing('datasource');
  return found;
}

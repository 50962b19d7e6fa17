import type { CallPort } from '@modelferry/operation';
import * as v from 'valibot';
import { get, put, remove } from '../calls.ts';
import { channelPath } from './channels.ts';

/** A data source, in whatever form the vendor tells of it, without its secret. */
export type Datasource = Readonly<Record<string, unknown>>;

/** The calls that tie data sources to channels (docs/vendors/abeja.md, 3.7). Their answers hold a secret. */
export interface DatasourceCalls {
  /** 3.7. */
  addDatasource(channelId: string, datasourceId: string, signal: AbortSignal): Promise<void>;
  /** 3.7. */
  getDatasources(channelId: string, signal: AbortSignal): Promise<readonly Datasource[]>;
  /** 3.7. */
  getDatasource(channelId: string, datasourceId: string, signal: AbortSignal): Promise<Datasource>;
  /** 3.7. */
  removeDatasource(channelId: string, datasourceId: string, signal: AbortSignal): Promise<void>;
}

const fields = v.record(v.string(), v.unknown());

/** Nobody has documented what the list stands in. */
const list = v.union([
  v.array(fields),
  v.pipe(
    fields,
    v.transform((wire) => Object.values(wire).find((value) => Array.isArray(value)) ?? []),
    v.array(fields),
  ),
]);

export function datasourceCalls(port: CallPort, hide: (secret: string) => void): DatasourceCalls {
  const pathOf = (channelId: string, ...rest: readonly string[]): string =>
    channelPath(channelId, 'datasources', ...rest);
  const withoutSecret = (wire: Datasource): Datasource => {
    const isSecret = ([name]: [string, unknown]) => /secret/i.test(name);
    for (const [, value] of Object.entries(wire).filter(isSecret)) hide(String(value));
    return Object.fromEntries(Object.entries(wire).filter((field) => !isSecret(field)));
  };

  return {
    addDatasource: (channelId, datasourceId, signal) =>
      port.send(
        put(
          `tie the data source ${datasourceId} to the channel ${channelId}`,
          pathOf(channelId, datasourceId),
          signal,
        ),
      ),

    getDatasources: async (channelId, signal) =>
      (
        await port.json(
          get(`list the data sources of the channel ${channelId}`, pathOf(channelId), signal),
          list,
        )
      ).map(withoutSecret),

    getDatasource: async (channelId, datasourceId, signal) =>
      withoutSecret(
        await port.json(
          get(`read the data source ${datasourceId}`, pathOf(channelId, datasourceId), signal),
          fields,
        ),
      ),

    removeDatasource: (channelId, datasourceId, signal) =>
      port.send(
        remove(
          `part the data source ${datasourceId} from the channel ${channelId}`,
          pathOf(channelId, datasourceId),
          signal,
        ),
      ),
  };
}

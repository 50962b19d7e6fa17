import type { RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import type { DatalakeFile } from '../client/data/datalake-file.ts';
import { allFiles } from '../client/lists.ts';

/** A file by one value of its metadata, the newest where there are several. */
export async function findFile(
  { client, signal }: Pick<RunContext<AbejaClient>, 'client' | 'signal'>,
  channelId: string,
  [key, value]: readonly [key: string, value: string],
): Promise<DatalakeFile | undefined> {
  const filter = { q: `x-abeja-meta-${key}:${value}`, sort: '-uploaded_at' } as const;
  for await (const file of allFiles(client, channelId, filter, signal)) {
    // How the filter reads values with signs in them is not documented
    if (file.metadata?.[key.toLowerCase()] === value || file.metadata?.[key] === value) return file;
  }
  return undefined;
}

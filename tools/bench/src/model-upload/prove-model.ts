import { crc32 } from 'node:zlib';
import type { ModelFile } from './models.ts';
import type { Platform } from './platform.ts';

interface Listed {
  readonly training_model_id: string;
  readonly created_at: string;
}

/** Fetches the model that came last. @throws Error when it is not, byte for byte, what was to arrive */
export async function proveModel(
  { context, abeja, definition, authorization }: Platform,
  model: ModelFile,
): Promise<void> {
  const { baseUrl, organization } = abeja;
  const models = `${baseUrl}/organizations/${organization.id}/training/definitions/${definition}/models`;
  const ask = async <T>(url: string): Promise<T> => {
    const answer = await fetch(url, { headers: { authorization }, signal: context.signal });
    return (await answer.json()) as T;
  };
  const { entries } = await ask<{ readonly entries: readonly Listed[] }>(models);
  const newest = entries.toSorted((a, b) => a.created_at.localeCompare(b.created_at)).at(-1);
  const { download_uri: url } = await ask<{ readonly download_uri: string }>(
    `${models}/${newest?.training_model_id}/download`,
  );
  const { body } = await fetch(url, { signal: context.signal });
  let [bytes, crc] = [0, 0];
  for await (const chunk of body ?? []) {
    crc = crc32(chunk, crc);
    bytes += chunk.length;
  }
  if (bytes !== model.bytes || crc !== model.crc) throw new Error('What arrived is not what was sent.');
}

import type { RunContext } from '@modelferry/operation';
import { surely } from './surely.ts';
import type { AbejaClient } from '../client/client.ts';

/** What can be put into the archive, and taken out of it. */
export interface Archivable {
  /** As sentences call it: `the training job 42`. */
  readonly name: string;
  set(archived: boolean): Promise<void>;
  read(): Promise<{ readonly archived?: boolean | undefined }>;
}

/** Puts something into the archive or takes it out, surely: after a lost answer it looks, and repeats what was not done. */
export async function setArchived(
  context: RunContext<AbejaClient>,
  { name, set, read }: Archivable,
  archived: boolean,
): Promise<{ readonly archived: boolean }> {
  await surely(context, {
    doing: archived ? `archive ${name}` : `take ${name} out of the archive`,
    send: () => set(archived),
    isDone: async () => ((await read()).archived ?? false) === archived,
  });
  return { archived };
}

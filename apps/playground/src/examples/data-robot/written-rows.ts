import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Scene } from '../../scene.ts';

/** How many lines a file has that a workflow wrote, its header not counted; no field of the examples holds a newline. */
export async function writtenRows(
  { filesFolder }: Pick<Scene, 'filesFolder'>,
  name: string,
): Promise<number> {
  let lines = 0;
  for await (const _ of createInterface({ input: createReadStream(join(filesFolder, name)) })) lines += 1;
  return lines - 1;
}

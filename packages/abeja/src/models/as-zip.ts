import { InputError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { peekSource, sniffType, storedZip, type Source } from '@modelferry/upload';

/**
 * What is sent as a model: an archive stays as it is, any other file is put into one (3.4).
 * @throws InputError for an empty file
 */
export async function asZip({ crc32 }: Pick<RunContext<unknown>, 'crc32'>, file: Source): Promise<Source> {
  const { head, source } = await peekSource(file, 8);
  if (head.length === 0) throw empty(file.name);
  if (sniffType(head) === 'zip') return source;
  return storedZip('model_data.zip', [{ path: file.name, source }], { crc32 });
}

const empty = (name: string): InputError =>
  new InputError([{ field: 'file', problem: `"${name}" is empty`, remedy: 'Pass the files of a model.' }]);

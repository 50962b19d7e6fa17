import { InputError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { peekSource, sniffType, storedZip, type Source } from '@modelferry/upload';

/** Code as it is sent. */
export interface CodeArchive {
  readonly source: Source;
  readonly format: 'zip' | 'tar.gz';
}

/**
 * What is sent for a file of code: a zip or a tar.gz as it is, whatever its name; a single Python file as a zip.
 * @throws InputError for a file of any other kind
 */
export async function codeArchive(
  { crc32 }: Pick<RunContext<unknown>, 'crc32'>,
  file: Source,
): Promise<CodeArchive> {
  const { head, source } = await peekSource(file, 8);
  const type = sniffType(head);
  if (type === 'zip') return { source, format: 'zip' };
  if (type === 'gzip') return { source, format: 'tar.gz' };
  if (head.length === 0) throw refuse('is empty');
  if (!file.name.endsWith('.py')) throw refuse('is neither a zip nor a tar.gz nor a Python file');
  return { source: storedZip('source_code.zip', [{ path: file.name, source }], { crc32 }), format: 'zip' };
}

const refuse = (problem: string): InputError =>
  new InputError([
    { field: 'source', problem, remedy: 'Give the code as a zip or tar.gz, with its files at the top.' },
  ]);

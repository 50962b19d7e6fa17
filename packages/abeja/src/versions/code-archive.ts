import { InputError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { peekSource, sniffType, zipForUpload, type ScratchFile, type Source } from '@modelferry/upload';

/** Code as it is sent. Dispose of it when it has been sent. */
export interface CodeArchive extends ScratchFile {
  readonly format: 'zip' | 'tar.gz';
}

const nothing = async () => undefined;

/**
 * What is sent for a file of code: a zip or a tar.gz as it is, whatever its name; a single Python file as a zip.
 * @throws InputError for a file of any other kind
 */
export async function codeArchive(
  { scratch, deflater, crc32, signal }: RunContext<unknown>,
  file: Source,
): Promise<CodeArchive> {
  const { head, source } = await peekSource(file, 8);
  const type = sniffType(head);
  if (type === 'zip') return { source, format: 'zip', dispose: nothing };
  if (type === 'gzip') return { source, format: 'tar.gz', dispose: nothing };
  if (head.length === 0) throw refuse('is empty');
  if (!file.name.endsWith('.py')) throw refuse('is neither a zip nor a tar.gz nor a Python file');
  const packed = await zipForUpload({
    ...{ name: 'source_code.zip', entries: [{ path: file.name, source }] },
    ...{
      compression: scratch ? ('deflate' as const) : ('stored' as const),
      scratch,
      deflater,
      crc32,
      signal,
    },
  });
  return { ...packed, format: 'zip' };
}

const refuse = (problem: string): InputError =>
  new InputError([
    { field: 'source', problem, remedy: 'Give the code as a zip or tar.gz, with its files at the top.' },
  ]);

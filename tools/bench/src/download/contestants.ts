import { join } from 'node:path';
import { bundle, pythonContestant, type BenchContext, type Contestant } from '../harness/index.ts';

export const ours = 'Modelferry';
export const curl = 'curl -o';
export const pipe = 'fetch, piped to a file';

const pythonGet = `
with requests.get(sys.argv[1], stream=True) as answer, open(sys.argv[2], 'wb') as file:
    answer.raise_for_status()
    for chunk in answer.iter_content(1024 * 1024):
        file.write(chunk)`;

export const curlTo = (from: { readonly url: string }, path: string): readonly string[] => [
  ...['curl', '-sS', '--fail', '-o', path, `${from.url}/file`],
];

/** Ours, the peer it is held to, what everybody writes first, and what others use. */
export async function contestants(
  { folder, signal }: BenchContext,
  from: { readonly url: string },
  path: string,
): Promise<readonly Contestant[]> {
  const url = `${from.url}/file`;
  const program = async (name: string, ...options: readonly string[]) => {
    const script = await bundle(join(import.meta.dirname, `${name}.ts`), folder, name);
    return [process.execPath, script, url, path, ...options];
  };
  return [
    { name: curl, command: curlTo(from, path) },
    { name: ours, command: await program('get-file') },
    { name: `${ours}, with SHA-256`, command: await program('get-file', '--sha256') },
    { name: pipe, command: await program('pipe-file') },
    { name: 'axios', command: await program('axios-file') },
    ...(await pythonContestant({ name: 'Python requests', script: pythonGet, args: [url, path] }, signal)),
  ];
}

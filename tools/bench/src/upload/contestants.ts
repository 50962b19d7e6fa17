import { pythonContestant, type Contestant } from '../harness/index.ts';

export const ours = 'Modelferry';
export const curl = 'curl -T';
/** No upload but what the receiver and the loopback allow: it reads no file. */
export const limit = 'C, from memory';

const pythonPut = `
with open(sys.argv[2], 'rb') as file:
    requests.put(sys.argv[1], data=file).raise_for_status()`;

/** Ours, the peer it is held to, the limit of the machine, and whoever else is installed here. */
export async function contestants(
  programs: { readonly ours: string; readonly sender: string },
  to: { readonly url: string; readonly port: number },
  file: { readonly path: string; readonly bytes: number },
  signal: AbortSignal,
): Promise<readonly Contestant[]> {
  const all: Contestant[] = [
    { name: limit, command: [programs.sender, String(to.port), String(file.bytes)] },
    { name: curl, command: ['curl', '-sS', '--fail', '-T', file.path, `${to.url}/file`] },
    { name: ours, command: [process.execPath, programs.ours, `${to.url}/file`, file.path] },
  ];
  const args = [`${to.url}/file`, file.path];
  const python = await pythonContestant({ name: 'Python requests', script: pythonPut, args }, signal);
  return [...all, ...python];
}

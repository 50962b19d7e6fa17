import { pythonContestant, type BenchContext, type Contestant } from '../harness/index.ts';

export const ours = 'Modelferry';
export const curl = 'curl -T';
/** No upload but what the receiver and the loopback allow: it reads no file. */
export const limit = 'C, from memory';

/** What is run, as paths. */
export interface Programs {
  readonly ours: string;
  readonly axios: string;
  readonly sender: string;
  readonly tlsSender: string;
}

/** Where to, and whom to trust there. */
export interface Receiver {
  readonly url: string;
  readonly port: number;
  /** Path of a certificate, where the receiver speaks TLS. */
  readonly certificate?: string;
}

const pythonPut = `
with open(sys.argv[2], 'rb') as file:
    requests.put(sys.argv[1], data=file, verify=sys.argv[3:] and sys.argv[3] or True).raise_for_status()`;

/** Ours, the peer it is held to, the limit of the machine, and what others use. */
export async function contestants(
  programs: Programs,
  { url, port, certificate }: Receiver,
  file: { readonly path: string; readonly bytes: number },
  { signal, log }: BenchContext,
): Promise<readonly Contestant[]> {
  const args = [`${url}/file`, file.path, ...(certificate === undefined ? [] : [certificate])];
  const trust = certificate === undefined ? [] : ['--cacert', certificate];
  const sender = certificate === undefined ? programs.sender : programs.tlsSender;
  const python = await pythonContestant({ name: 'Python requests', script: pythonPut, args }, signal);
  if (python.length === 0) log('left out: Python requests (apt-get install python3-requests)');
  return [
    { name: limit, command: [sender, String(port), String(file.bytes)] },
    { name: curl, command: ['curl', '-sS', '--fail', ...trust, '-T', file.path, `${url}/file`] },
    { name: ours, command: [process.execPath, programs.ours, ...args] },
    { name: 'axios', command: [process.execPath, programs.axios, ...args] },
    ...python,
  ];
}

import { runCommand, type Processes } from '@modelferry/playground';

/** Whom a process runs as. */
export interface UnixIds {
  readonly uid: number;
  readonly gid: number;
}

/** The ids of a user of this machine, for root alone, who may become them; nothing for anybody else. */
export async function idsOf(name: string, processes: Processes): Promise<UnixIds | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const ask = async (flag: string) =>
    Number(
      await runCommand(processes, {
        purpose: `Looking up the user ${name}`,
        command: 'id',
        args: [flag, name],
        cwd: '/',
        env: { PATH: process.env.PATH },
      }),
    );
  return { uid: await ask('-u'), gid: await ask('-g') };
}

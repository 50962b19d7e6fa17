/** The longest `NAME=value` that Linux takes, with the NUL at its end, in bytes. */
export const environmentStringBytes = 131_072;

/** The first variable that is too long for the system to start a process with it. */
export const tooLongVariable = (environment: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(environment).find(
    ([name, value]) => environmentBytes(name, value) > environmentStringBytes,
  )?.[0];

/** What a variable takes in the environment of a process, in bytes. */
export const environmentBytes = (name: string, value: string): number =>
  Buffer.byteLength(name) + Buffer.byteLength(value) + 2;

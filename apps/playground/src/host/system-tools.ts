import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that must be on the machine, and the Debian package that brings it. */
export interface SystemTool {
  readonly command: string;
  readonly debianPackage: string;
  readonly neededFor: string;
}

/** n8n keeps its data in SQLite, whose driver is compiled where no ready-made one can be had. */
export const compilers: readonly SystemTool[] = ['g++', 'make', 'python3'].map((command) => ({
  command,
  debianPackage: command,
  neededFor: "compiling n8n's SQLite driver",
}));

/** Unpacks the node package, as n8n does. */
export const unpackers: readonly SystemTool[] = [
  { command: 'tar', debianPackage: 'tar', neededFor: 'unpacking the node package' },
];

/** Every tool that the playground may call. */
export const systemTools: readonly SystemTool[] = [...compilers, ...unpackers];

/** Which of the tools this machine lacks. */
export function missingTools(
  tools: readonly SystemTool[] = systemTools,
  isPresent: (command: string) => boolean = isOnPath,
): readonly SystemTool[] {
  return tools.filter(({ command }) => !isPresent(command));
}

/** What to tell the user about missing tools, the command that mends it included. */
export function missingToolsMessage(missing: readonly SystemTool[]): string {
  const why = missing.map(({ command, neededFor }) => `  ${command}: ${neededFor}`).join('\n');
  return `This machine lacks what the playground needs:\n${why}\nInstall it with:\n  ${aptLine(missing)}`;
}

function aptLine(missing: readonly SystemTool[]): string {
  const sudo = process.getuid?.() === 0 ? '' : 'sudo ';
  return `${sudo}apt-get install -y ${missing.map(({ debianPackage }) => debianPackage).join(' ')}`;
}

function isOnPath(command: string): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.some((folder) => folder !== '' && isExecutable(join(folder, command)));
}

function isExecutable(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

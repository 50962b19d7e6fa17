import { parseCommand, registeredCommands, type Command } from './parse-command.ts';
import { setCaseless } from './caseless-record.ts';
import type { Masks } from './masks.ts';
import type { StageLog } from './stage-log.ts';
import type { LineStream } from './stage-result.ts';

/** What commands in the lines of a process act on. */
export interface CommandTargets {
  readonly log: StageLog;
  readonly masks: Masks;
  readonly outputs: Record<string, string>;
  readonly state: Record<string, string>;
  /** Gets each value that the process asked to be masked. */
  readonly asked: string[];
  /** Whether this is a debug run. */
  readonly debug: boolean;
}

/** Takes the lines of both streams of a process in the order of their arrival. */
export type CommandReader = (stream: LineStream, line: string) => void;

/** These are not repeated in the log when `echo` is on: they show themselves, or must not be shown. */
const silent = new Set(['add-mask', 'debug', 'error', 'warning', 'notice']);

/** Stop tokens longer than this become masks, in characters. */
const shortTokenCharacters = 6;

/** Obeys the commands in lines and logs the rest. */
export function commandReader(targets: CommandTargets): CommandReader {
  const { log, masks, debug } = targets;
  let stopToken: string | undefined;
  let echo = debug;

  const stop = (token: string) => {
    if (
      token === '' ||
      token.toLowerCase() === 'pause-logging' ||
      registeredCommands.has(token.toLowerCase())
    ) {
      throw new Error(`'${token}' cannot be the token of a stop-commands. Use a long random one.`);
    }
    stopToken = token;
    if (token.length > shortTokenCharacters) masks.add(token);
  };
  const setEcho = (value: string) => {
    const wanted = value.trim().toLowerCase();
    if (wanted !== 'on' && wanted !== 'off')
      throw new Error(`'${value}' is no value of echo. Use 'on' or 'off'.`);
    echo = wanted === 'on';
  };

  return (stream, line) => {
    const command = parseCommand(line, stopToken);
    if (command === undefined) return log.write(stream, line);
    if (stopToken !== undefined) {
      log.write(stream, line);
      if (command.name === stopToken.toLowerCase()) stopToken = undefined;
      return;
    }
    try {
      if (echo && !silent.has(command.name)) log.write(stream, line);
      if (command.name === 'stop-commands') {
        stop(command.data);
        log.write(stream, line);
      } else if (command.name === 'echo') setEcho(command.data);
      else obey(command, stream, targets);
    } catch (error) {
      log.fail(`Unable to process command '${line}' successfully.`);
      log.error(error instanceof Error ? error.message : String(error));
    }
  };
}

function obey(command: Command, stream: LineStream, targets: CommandTargets): void {
  const { log, masks } = targets;
  const { name, properties, data } = command;
  switch (name) {
    case 'add-mask':
      if (data.trim() === '')
        return log.warn("Can't add secret mask for empty string in ##[add-mask] command.");
      targets.asked.push(data);
      return masks.add(data);
    case 'set-output':
    case 'save-state':
      setCaseless(name === 'set-output' ? targets.outputs : targets.state, named(command), data);
      return log.warn(`The '${name}' command is deprecated. Write to the file of the environment instead.`);
    case 'set-env':
    case 'add-path':
      throw new Error(`The '${name}' command is disabled. Write to the file of the environment instead.`);
    case 'error':
    case 'warning':
    case 'notice': {
      const { title, file, line, endline: endLine, col, endcolumn: endColumn } = properties;
      return log.annotate(stream, name, data, { title, file, line, endLine, col, endColumn });
    }
    case 'debug':
      return targets.debug ? log.write(stream, `##[debug]${data}`) : undefined;
    case 'group':
      return log.write(stream, `##[group]${data}`);
    case 'endgroup':
      return log.write(stream, '##[endgroup]');
    case 'add-matcher':
      // Problem matchers are known and ignored
      if (data === '') log.warn('File path must be specified.');
  }
}

function named({ name, properties }: Command): string {
  const given = properties['name'];
  if (given === undefined) throw new Error(`Required field 'name' is missing in ##[${name}] command.`);
  return given;
}

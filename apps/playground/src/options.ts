import { parseArgs } from 'node:util';
import { UserError } from './user-error.ts';

/** What the command line asked for. */
export interface Options {
  /** End after the runs instead of keeping the editor open. */
  readonly once: boolean;
  /** Run only the examples whose name contains this, in any case. */
  readonly only?: string;
  /** Preferred port of the editor; another one is taken when it is busy. @default 5678 */
  readonly port: number;
  /** Print the names of the Debian packages this machine lacks, and end. */
  readonly missingPackages: boolean;
  readonly help: boolean;
}

/** @throws {UserError} for an unknown option or a value out of range */
export function parseOptions(argv: readonly string[]): Options {
  const { values } = parse(argv);
  const port = Number(values.port ?? 5678);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new UserError(`--port takes a number from 1 to 65535, not "${values.port}".`);
  }
  return {
    once: values.once ?? false,
    only: values.only,
    port,
    missingPackages: values['missing-packages'] ?? false,
    help: values.help ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        once: { type: 'boolean' },
        only: { type: 'string' },
        port: { type: 'string' },
        'missing-packages': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const [reason] = (error as Error).message.split('. ');
    throw new UserError(`${reason}. Try \`npm start -- --help\`.`);
  }
}

import { EngineError } from '@modelferry/http';

/** Why a folder cannot be packed. */
export const archiveError = (root: string, problem: string, remedy: string): EngineError =>
  new EngineError({
    code: 'invalid-input',
    message: `Could not pack the folder ${root}: ${problem}.`,
    remedy,
  });

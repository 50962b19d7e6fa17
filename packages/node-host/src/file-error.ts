import { EngineError, type ErrorCode } from '@modelferry/http';
import { codeOf, messageOf } from './error-facts.ts';

interface Reason {
  readonly code: ErrorCode;
  readonly what: string;
  readonly remedy: string;
}

const reasons: Readonly<Record<string, Reason>> = {
  ENOENT: {
    code: 'invalid-input',
    what: 'there is no such file or folder',
    remedy: 'Check the path; a relative one starts at the current folder.',
  },
  ENOTDIR: {
    code: 'invalid-input',
    what: 'a part of the path is a file, not a folder',
    remedy: 'Check the path.',
  },
  EEXIST: {
    code: 'invalid-input',
    what: 'a file stands where a folder is needed',
    remedy: 'Choose another folder.',
  },
  EISDIR: { code: 'invalid-input', what: 'it is a folder', remedy: 'Give the path of one file.' },
  EACCES: {
    code: 'invalid-input',
    what: 'this user may not',
    remedy: 'Change the permissions, or choose another path.',
  },
  EPERM: {
    code: 'invalid-input',
    what: 'this user may not',
    remedy: 'Change the permissions, or choose another path.',
  },
  EROFS: { code: 'invalid-input', what: 'the disk is read-only', remedy: 'Choose another folder.' },
  ENOSPC: {
    code: 'too-large',
    what: 'the disk is full',
    remedy: 'Free some space, or choose another folder.',
  },
  EDQUOT: { code: 'too-large', what: "this user's share of the disk is used up", remedy: 'Free some space.' },
  ENAMETOOLONG: { code: 'invalid-input', what: 'the name is too long', remedy: 'Choose a shorter name.' },
  EMFILE: { code: 'unsupported', what: 'too many files are open', remedy: 'Do fewer things at a time.' },
};

/** Says in plain words what the file system refused. @param doing completes "Could not ..." */
function fileError(doing: string, error: unknown): EngineError {
  const reason = reasons[codeOf(error) ?? ''];
  const why = reason?.what ?? messageOf(error);
  return new EngineError({
    code: reason?.code ?? 'unsupported',
    message: `Could not ${doing}: ${why}.`,
    remedy: reason?.remedy,
    cause: error,
  });
}

/** For `catch`: {@link fileError}, thrown. */
export const throwFileError =
  (doing: string) =>
  (error: unknown): never => {
    throw fileError(doing, error);
  };

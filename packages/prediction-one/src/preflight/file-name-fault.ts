import type { InputFault } from '@modelferry/http';
import { checkFileName } from '@modelferry/upload';

export interface NameRules {
  /** What the vendor tells formats apart by. */
  readonly extensions: readonly string[];
  /** Whether the input File Name can give another name. @default false */
  readonly renamable?: boolean;
}

const spreadsheets: ReadonlySet<string> = new Set(['xlsx', 'xlsm', 'xls', 'ods', 'numbers']);

/** Longest part of a name that is repeated, in characters. */
const maxShown = 80;

/** A name as it can be shown in one line. */
const shown = (name: string): string => {
  const line = name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
  return line.length > maxShown ? `${line.slice(0, maxShown)}...` : line;
};

/** Whether a file's name can be sent: a base name that tells the format by its extension. */
export function fileNameFault(
  field: string,
  name: string,
  { extensions, renamable = false }: NameRules,
): InputFault | undefined {
  const rename = renamable ? 'Rename the file, or give another name under File Name.' : 'Rename the file.';
  const fault = (problem: string, remedy = rename): InputFault => ({
    field,
    problem: `the file name "${shown(name)}" ${problem}`,
    remedy,
  });
  const problem = checkFileName(name);
  if (problem !== undefined) return fault(problem);
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  if (extension !== undefined && extensions.includes(extension)) return undefined;
  const ends = extensions.map((one) => `.${one}`).join(' or ');
  return fault(
    `does not end with ${ends}, by which the vendor tells formats apart`,
    extension !== undefined && spreadsheets.has(extension)
      ? 'Save the table as CSV (in Excel as "CSV UTF-8"), and pass that file.'
      : rename,
  );
}

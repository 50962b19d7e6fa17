import type { InputFault } from '@modelferry/http';

const remedy = 'Rename the file, or give another name under File Name.';

/** Whether a file's name can be sent: a base name that tells the format by its extension. */
export function fileNameFault(
  field: string,
  name: string,
  extensions: readonly string[],
): InputFault | undefined {
  const fault = (problem: string): InputFault => ({
    field,
    problem: `the file name "${name}" ${problem}`,
    remedy,
  });
  if (name.trim() === '') return fault('is empty');
  if (/[/\\]/.test(name)) return fault('has a slash in it');
  if (/[\p{Cc}\uFEFF]/u.test(name)) return fault('has characters in it that cannot be seen');
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  if (extension !== undefined && extensions.includes(extension)) return undefined;
  return fault(
    `does not end with ${extensions.map((one) => `.${one}`).join(' or ')}, by which the vendor tells formats apart`,
  );
}

import type { Field } from '@modelferry/operation';

/** `trainingData` becomes `training-data`. */
const kebabCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The job that a step starts or takes up has one name, whatever the vendor calls it. */
const isJobId = (name: string): boolean => /(^j|J)obId$/.test(name);

/** The name by which workflow files know an input. Lengths of time are text with a unit, so their name carries none. */
export function inputName({ name, kind }: Pick<Field, 'name' | 'kind'>): string {
  if (kind === 'rows') return 'file';
  if (name === 'waitForCompletion') return 'wait';
  if (isJobId(name)) return 'job-id';
  return kebabCase(kind === 'duration' ? name.replace(/Ms$/, '') : name);
}

/** The name by which later steps know an output. A file is its path. */
export function outputName({ name, kind }: Pick<Field, 'name' | 'kind'>): string {
  if (isJobId(name)) return 'job-id';
  if (kind === 'saved-file') return `${kebabCase(name.replace(/File$/, ''))}-path`;
  return kebabCase(name);
}

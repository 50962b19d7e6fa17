/** A file as n8n knows it: the folder it was read from, where it tells one, and its name. */
export interface PlacedFile {
  readonly directory?: string;
  readonly name: string;
}

/**
 * Paths of files below the folder that all of them have in common: a folder that was read, or unpacked, keeps its form, wherever
 * it lay. They are for an archive, and never lead out of it.
 */
export function pathsBelowShared(files: readonly PlacedFile[]): readonly string[] {
  const folders = files.map(({ directory }) => segmentsOf(directory));
  const [first = []] = folders;
  const shared = first.findIndex((segment, at) => folders.some((folder) => folder[at] !== segment));
  const depth = shared < 0 ? first.length : shared;
  return files.map(({ name }, at) => [...(folders[at] ?? []).slice(depth), name].join('/'));
}

const segmentsOf = (directory = ''): readonly string[] => {
  const segments = directory.split(/[/\\]/).filter((one) => one !== '' && one !== '.');
  return segments.includes('..') ? [] : segments;
};

/** Longest base name that common file systems take, in bytes of UTF-8. */
const maxNameBytes = 255;

const controls = /\p{Cc}/u;
/** Characters that turn or hide text: what is shown would not be the name. */
const invisible = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;

/**
 * Whether a name can be given to a vendor as the base name of a file. Letters of any script are normal.
 * @returns what is wrong with it, without the name; undefined when nothing is
 */
export function checkFileName(name: string): string | undefined {
  if (name.trim() === '') return 'is empty';
  if (/[/\\]/.test(name)) return 'has a slash in it: it must be a name without folders';
  if (controls.test(name)) return 'has a line break or another control character in it';
  if (invisible.test(name)) return 'has an invisible character in it (a byte order mark, for instance)';
  if (name === '.' || name === '..') return 'is no file name';
  if (/\p{Surrogate}/u.test(name)) return 'is no valid Unicode';
  if (utf8Bytes(name) > maxNameBytes) return `is longer than ${maxNameBytes} bytes`;
  return undefined;
}

/** Names that Windows keeps for devices, whatever their extension. */
const device = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/**
 * Makes a base name that is safe on every file system out of one that came from a server: nothing in it leads to another
 * folder, hides, or is a device. A name that is safe already stays as it is.
 * @param fallback what to use when nothing is left @default 'download'
 */
export function safeFileName(name: string, fallback = 'download'): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const plain = shortened(base)
    .replaceAll(/\p{Surrogate}/gu, '_')
    .replaceAll(new RegExp(invisible, 'gu'), '')
    .replaceAll(/[\p{Cc}<>:"|?*]/gu, '_')
    .replace(/^[\s.]+/, '')
    .replace(/[\s.]+$/, '');
  const safe = device.test(plain) ? `_${plain}` : plain;
  return safe === '' ? fallback : cutToBytes(safe);
}

const utf8Bytes = (text: string): number => new TextEncoder().encode(text).length;

/** Of a name that is far too long, the beginning and the end: what tidies names would take long over all of it. */
const shortened = (name: string): string =>
  name.length <= 4 * maxNameBytes ? name : name.slice(0, 2 * maxNameBytes) + name.slice(-2 * maxNameBytes);

/** Cuts a name that is too long, and leaves its extension. */
function cutToBytes(name: string): string {
  if (utf8Bytes(name) <= maxNameBytes) return name;
  const [, extension = ''] = /(\.[A-Za-z0-9]{1,16})$/.exec(name) ?? [];
  const stem = name.slice(0, name.length - extension.length);
  const { read } = new TextEncoder().encodeInto(stem, new Uint8Array(maxNameBytes - extension.length));
  return (stem.slice(0, read) + extension).replace(/[\s.]+$/, '');
}

import { badRequest, FieldError } from '../errors.ts';
import type { Query } from '../page.ts';
import type { DatalakeFile } from './channel.ts';
import { decoded } from './decoded.ts';

const usualPage = 1000;

/** A page of files, and how to ask for the next. */
export interface FilePage {
  readonly files: readonly DatalakeFile[];
  readonly next: string | null;
}

/** The page of a channel's files that a call asks for. @throws ApiError 400 */
export function selectFiles(all: readonly DatalakeFile[], query: Query): FilePage {
  const { next_page_token: token, ...others } = query;
  if (token !== undefined && Object.keys(others).length > 0) throw badRequest('next_page_token stands alone');
  const { wanted, from } = token === undefined ? { wanted: query, from: 0 } : readToken(token);
  const size = Number(wanted.items_per_page ?? usualPage);
  if (!Number.isInteger(size) || size < 1) throw new FieldError('items_per_page', 'must be a whole number');
  const found = sorted(
    all.filter((file) => isWanted(file, wanted)),
    wanted.sort,
  );
  const next = from + size < found.length ? writeToken(wanted, from + size) : null;
  return { files: found.slice(from, from + size), next };
}

/** Whether a file has that text as its metadata; both may be percent-encoded. */
export function hasMetadata({ metadata }: DatalakeFile, name: string, value: string): boolean {
  const own = metadata[name.toLowerCase()];
  return own !== undefined && decoded(own) === decoded(value);
}

function isWanted(file: DatalakeFile, { q, start, end, timezone }: Query): boolean {
  if (timezone !== undefined && start === undefined && end === undefined)
    throw new FieldError('timezone', 'only with start and end');
  const day = new Date(file.uploadedMs ?? file.createdMs).toISOString().slice(0, 10).replaceAll('-', '');
  if ((start !== undefined && day < start) || (end !== undefined && day > end)) return false;
  if (q === undefined) return true;
  const [, name = '', value = ''] = /^([^:]+):(.*)$/.exec(q) ?? [];
  return hasMetadata(file, name, value);
}

function sorted(files: readonly DatalakeFile[], sort = 'uploaded_at'): readonly DatalakeFile[] {
  if (sort === 'uploaded_at') return files;
  if (sort === '-uploaded_at') return [...files].reverse();
  throw new FieldError('sort', 'must be uploaded_at or -uploaded_at');
}

function writeToken(wanted: Query, from: number): string {
  return Buffer.from(JSON.stringify({ wanted, from })).toString('base64url');
}

function readToken(token: string): { readonly wanted: Query; readonly from: number } {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString()) as ReturnType<typeof readToken>;
  } catch {
    throw new FieldError('next_page_token', 'unknown');
  }
}

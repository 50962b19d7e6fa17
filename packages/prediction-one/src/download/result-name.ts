import { extensionFor } from '@modelferry/upload';

const maxNameLength = 150;

/** Without path, control characters and what no file system takes. */
const safe = (name: string): string =>
  name
    .split(/[/\\]/)
    .at(-1)!
    .replace(/[\p{Cc}<>:"|?*]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(-maxNameLength);

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The name in a Content-Disposition (RFC 6266): the encoded form before the plain one. */
function dispositionName(header: string | undefined): string | undefined {
  const encoded = /filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(header ?? '')?.[1];
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(header ?? '');
  return (
    (encoded === undefined ? undefined : decoded(encoded)) ??
    plain?.[1]?.replace(/\\(.)/g, '$1') ??
    plain?.[2]
  );
}

/**
 * What to call a downloaded file: the name that comes with it, else the one in its URL where that looks like a file's, else
 * one of ours; its extension by its first bytes where it has none. Source: specification, Q6.
 */
export function resultName(
  {
    url,
    disposition,
    fallback,
  }: { readonly url: string; readonly disposition?: string; readonly fallback: string },
  head: Uint8Array,
): string {
  const segment = decoded(new URL(url).pathname.split('/').at(-1) ?? '') ?? '';
  const inUrl = /\.[A-Za-z0-9]{1,8}$/.test(segment) ? segment : '';
  const name = safe(dispositionName(disposition) ?? '') || safe(inUrl) || safe(fallback);
  return /\.[A-Za-z0-9]{1,8}$/.test(name) ? name : `${name}${extensionFor(head) || '.csv'}`;
}

import type { FailedAnswer, VendorFailure } from '@modelferry/http';

/**
 * Reads the XML error of an object store: its `Code` and `Message`, and nothing else. The other elements repeat the
 * signed request, with the key's id and the signature in it.
 */
export function readStorageError({ text }: Pick<FailedAnswer, 'text'>): VendorFailure | undefined {
  if (!/<Error[\s>]/.test(text)) return undefined;
  const vendorCode = element(text, 'Code');
  const vendorMessage = element(text, 'Message');
  return vendorCode === undefined && vendorMessage === undefined ? undefined : { vendorCode, vendorMessage };
}

function element(xml: string, name: string): string | undefined {
  const start = xml.indexOf(`<${name}>`);
  if (start < 0) return undefined;
  const inner = xml.slice(start + name.length + 2);
  const end = inner.indexOf('<');
  return unescapeXml(inner.slice(0, end < 0 ? undefined : end)).trim();
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const unescapeXml = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '');

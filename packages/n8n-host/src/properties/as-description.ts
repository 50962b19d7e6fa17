/**
 * A description as n8n wants it: it is shown as HTML, so angle brackets are encoded, and what has several sentences ends with
 * a full stop. Source: eslint-plugin-n8n-nodes-base.
 */
export function asDescription(text: string): string {
  const encoded = text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const sentences = encoded.replaceAll('e.g. ', '').split('. ').length;
  return sentences > 1 && !encoded.endsWith('.') ? `${encoded}.` : encoded;
}

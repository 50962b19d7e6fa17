/** Values of `api_key`, and queries behind URLs, in JSON that may be cut off anywhere. */
const keys = /("api_?key"\s*:\s*")[^"]*/gi;
const urls = /("\w*url"\s*:\s*"[^"?]*\?)[^"]*/gi;

/**
 * Hides what an answer of the vendor's carries in secrets, before any of them is known: an answer that breaks off in the
 * middle of a key ends up in an error's text.
 */
export const hideAnswerSecrets = (text: string): string => text.replace(keys, '$1***').replace(urls, '$1***');

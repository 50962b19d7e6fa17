/** Keys in JSON that may be cut off anywhere. The queries of URLs are hidden without that. */
const keys = /("(?:token|secret)"\s*:\s*")[^"]*/gi;

/** Hides what an answer carries in secrets before any of them is known: a broken one ends up in an error's text. */
export const hideAnswerSecrets = (text: string): string => text.replace(keys, '$1***');

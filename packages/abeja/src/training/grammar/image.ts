const part = String.raw`[A-Za-z0-9]+(?:[._-]+[A-Za-z0-9]+)*`;
const host = String.raw`${part}(?::\d{1,5})?/`;
const grammar = new RegExp(String.raw`^(?:${host})?${part}/${part}(?::\w[\w.-]{0,127})?$`);

/** What is wrong with an image: `[host/]repository/name[:tag]` is right. Source: docs/vendors/abeja.md, 3.0. */
export const imageProblem = (image: string): string | undefined =>
  grammar.test(image)
    ? undefined
    : 'must be a repository and a name with a slash between them, as abeja-inc/all-cpu:19.10';

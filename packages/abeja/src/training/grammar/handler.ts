const grammar = /^[\w./-]+(:[A-Za-z_]\w*)?$/;

/** What is wrong with a handler: `train:handler` is right. Source: docs/vendors/abeja.md, 3.0. */
export const handlerProblem = (handler: string): string | undefined =>
  grammar.test(handler) ? undefined : 'must be the file and the function in it, as train:handler';

/** Only the images of this release take a file without a function. */
const fileAlone = /:20\.02/;

/** Whether an image runs a handler that names no function. */
export const handlerFits = (handler: string, image: string): boolean =>
  handler.includes(':') || fileAlone.test(image);

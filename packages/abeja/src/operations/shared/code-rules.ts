import { handlerFits } from '../../training/grammar/handler.ts';

interface Code {
  readonly source?: unknown;
  readonly handler?: string;
  readonly image?: string;
}

/** Whether the handler names a function, as all images but those of one release need it. */
export const namesFunction = ({ handler, image }: Code): boolean =>
  handler === undefined || image === undefined || handlerFits(handler, image);

export const namesFunctionProblem =
  'must name the function, too, as train:handler: only images of 20.02 take a file alone';

/** Whether code that is sent says what runs it. */
export const hasHandler = ({ source, handler }: Code): boolean =>
  source === undefined || handler !== undefined;
export const hasImage = ({ source, image }: Code): boolean => source === undefined || image !== undefined;

/** Whether not both new code and a version that is there are named. */
export const hasOneVersion = ({ source, version }: Code & { readonly version?: string }): boolean =>
  source === undefined || version === undefined;

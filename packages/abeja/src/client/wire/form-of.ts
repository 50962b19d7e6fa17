import type { FormPart, RequestBody } from '@modelferry/http';

/** A form of a file and its parameters, in the order and with the names that the vendor's own clients give them. */
export const formOf = (file: FormPart, parameters: object): RequestBody => ({
  kind: 'form',
  parts: [
    file,
    {
      name: 'parameters',
      value: JSON.stringify(parameters),
      fileName: 'params.json',
      contentType: 'application/json',
    },
  ],
});

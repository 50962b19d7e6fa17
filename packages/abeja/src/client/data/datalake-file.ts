import { camelized, id, perhaps } from '@modelferry/operation';
import * as v from 'valibot';
import { metadataOf } from './metadata.ts';
import { secretUrl } from '../wire/presigned-url.ts';

/** How long a file is kept; without one, for good. */
export type Lifetime = '1day' | '1week' | '1month' | '6months' | '1year';

const fields = {
  file_id: id,
  content_type: perhaps(v.string()),
  metadata: perhaps(v.pipe(v.record(v.string(), v.unknown()), v.transform(metadataOf))),
  lifetime: perhaps(v.string()),
  uploaded_at: perhaps(v.string()),
  url_expires_on: perhaps(v.string()),
  download_uri: perhaps(secretUrl),
};

/** A file of a channel, in an answer. */
export const datalakeFile = camelized(fields);

/** One that waits for its bytes, in an answer. */
export const waitingFile = camelized({ ...fields, upload_url: secretUrl });

/** A file that waits for its bytes at `uploadUrl`: a secret, used without any credential. */
export type WaitingFile = v.InferOutput<typeof waitingFile>;

/**
 * A file of a channel. All but its ID may be missing. Source: docs/vendors/abeja.md, 3.7.
 *
 * - `downloadUri`: a secret, used without any credential, good for about an hour
 */
export type DatalakeFile = v.InferOutput<typeof datalakeFile>;

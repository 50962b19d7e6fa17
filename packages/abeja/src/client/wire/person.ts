import { camelized, id, perhaps } from '@modelferry/operation';
import * as v from 'valibot';

/** A member of the organization, as far as answers tell. */
export const person = camelized({
  id,
  email: perhaps(v.string()),
  display_name: perhaps(v.string()),
  role: perhaps(v.string()),
});

import { reference } from '@modelferry/operation';

/** A channel that is there. */
export const channelInput = (description: string) =>
  reference({
    title: 'Channel',
    description,
    lookup: 'channels',
    urlPattern: '/channels/([^/?#]+)',
    placeholder: 'e.g. 1230000000000',
  });

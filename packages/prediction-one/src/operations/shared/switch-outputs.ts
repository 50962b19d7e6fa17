import { choice } from '@modelferry/operation';

/** What is known after a switch. */
export const switchOutcome = choice({
  title: 'Switch Outcome',
  description: 'What is known of the switch',
  choices: {
    accepted: {
      title: 'Accepted',
      description: 'The vendor accepted it; whether it has arrived was not seen',
    },
    verified: { title: 'Verified', description: 'The prediction API was seen running on the new model' },
    unknown: { title: 'Unknown', description: 'The request went out, and what became of it is not known' },
  },
});
